package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What deploy/backup.md says is enough to keep is enough: databases, images and secrets; neither Redis nor the broker. */
class BackupIT {

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
        try (var stack = RunningStack.startAlone(data)) {
            ada = Person.signIn(stack, "ada");
            bob = Person.signIn(stack, "bob");
            conversation = ada.converse(bob);
            send(ada, stack, conversation, "before");
        }
        keep("servers/mongodb", "servers/s3", "secrets.json");

        try (var stack = RunningStack.startAlone(data)) {
            assertThat(bob.refresh(stack.app()).statusCode()).isEqualTo(200);
            send(bob, stack, conversation, "after");
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
            send(ada, stack, conversation, "and on");
            Person.signIn(stack, "carol");
        }
    }

    private static void send(Person sender, RunningStack stack, String conversation, String text) {
        try (var socket = sender.socket(stack.app())) {
            socket.send(conversation, text);
            socket.next(frame -> frame.getString("type").equals("sent"));
        }
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
