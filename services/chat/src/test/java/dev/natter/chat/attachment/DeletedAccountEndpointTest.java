package dev.natter.chat.attachment;

import static dev.natter.chat.Caller.json;
import static dev.natter.chat.attachment.Uploads.assertRefused;
import static dev.natter.chat.attachment.Uploads.send;
import static dev.natter.chat.attachment.Uploads.show;
import static org.awaitility.Awaitility.await;

import dev.natter.chat.Caller;
import dev.natter.chat.UserEventPublisher;
import dev.natter.chat.attachment.voice.TestRecordings;
import dev.natter.chat.socket.Door;
import dev.natter.testing.images.TestImages;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeletedAccountEndpointTest {

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();

    @Test
    void whatItHasSentIsGoneAndWhatOthersHaveSentStays() throws IOException {
        var conversation = ada.conversationWith(bob);
        var sent = Map.of(
                "images", Uploads.uploaded(ada, "image/png", TestImages.encoded("png", 6, 4)),
                "files", Uploads.uploadedFile(ada, "Menu.txt", "text/plain", TestImages.ascii("Soup")),
                "voice", Uploads.uploadedVoice(ada, "audio/webm", TestRecordings.webm("A_OPUS")));
        json(send(ada, conversation, "imageId", sent.get("images")), 201);
        json(send(ada, conversation, "fileId", sent.get("files")), 201);
        json(send(ada, conversation, "voiceId", sent.get("voice")), 201);
        var bobs = Uploads.uploadedFile(bob, "Answer.txt", "text/plain", TestImages.ascii("Yes"));
        json(send(bob, conversation, "fileId", bobs), 201);
        sent.forEach((kind, id) -> show(bob, kind, id).then().statusCode(302));
        Door.awaitReady();

        try (var users = new UserEventPublisher()) {
            users.deleted(ada);

            sent.forEach((kind, id) -> await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertRefused(show(bob, kind, id), 404, kind.replaceFirst("s$", "") + "_not_found")));
        }
        show(bob, "files", bobs).then().statusCode(302);
    }
}
