package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What deploy/backup.md says is enough to keep is enough: databases, images and secrets; neither Redis nor the broker. */
@Tag("slow")
class BackupIT {

    private static final byte[] PICTURE = Images.picture();

    @TempDir
    Path data;

    @TempDir
    Path backup;

    @TempDir
    Path restored;

    @Test
    void whatWasKeptComesBackAndWhatCameLaterIsGone() {
        Person ada;
        Person bob;
        String conversation;
        String image;
        String later;
        try (var stack = RunningStack.startAlone(data)) {
            ada = Person.signIn(stack, "ada");
            bob = Person.signIn(stack, "bob");
            conversation = ada.converse(bob);
            image = send(ada, stack, conversation, "before");
        }
        keep("servers/mongodb", "servers/s3", "secrets.json");

        try (var stack = RunningStack.startAlone(data)) {
            assertThat(bob.refresh(stack.app()).statusCode()).isEqualTo(200);
            later = send(bob, stack, conversation, "after");
        }
        copy(backup, restored);

        try (var stack = RunningStack.startAlone(restored)) {
            assertThat(ada.refresh(stack.app()).statusCode()).isEqualTo(200);
            // His session was renewed after the backup: what he holds is not known here.
            assertThat(bob.refresh(stack.app()).statusCode()).isEqualTo(401);
            var page = ada.at(stack.app(), "GET", "/api/v1/conversations/" + conversation + "/messages", null);
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            assertThat(new JsonObject(page.body())
                            .getJsonArray("items").stream().map(message -> ((JsonObject) message).getString("text")))
                    .containsExactly("before");
            assertThat(Images.fetch(Images.show(ada, stack.app(), image)).body())
                    .isEqualTo(PICTURE);
            assertThat(Images.show(ada, stack.app(), later).statusCode()).isEqualTo(404);
            send(ada, stack, conversation, "and on");
            Person.signIn(stack, "carol");
        }
    }

    /** Returns the id of the image that goes with the text. */
    private static String send(Person sender, RunningStack stack, String conversation, String text) {
        var image = Images.upload(sender, stack.app(), PICTURE);
        try (var socket = sender.socket(stack.app())) {
            socket.send(new JsonObject()
                    .put("type", "send")
                    .put("conversationId", conversation)
                    .put("clientMessageId", UUID.randomUUID().toString())
                    .put("text", text)
                    .put("imageId", image));
            socket.next(frame -> frame.getString("type").equals("sent"));
        }
        return image;
    }

    private void keep(String... parts) {
        for (var part : parts) {
            assertThat(data.resolve(part)).exists();
            copy(data.resolve(part), backup.resolve(part));
        }
    }

    private static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
