package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Images, from one replica to the other, past an outsider. */
@ExtendWith(OneStack.class)
class ImageIT {

    private static final byte[] PICTURE = Images.picture();

    private final RunningStack stack;

    ImageIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void anImageReachesTheOtherReplicaAndNoStranger() {
        var ada = Person.signIn(stack, "ada");
        var bob = Person.signIn(stack, "bob");
        var eve = Person.signIn(stack, "eve");
        var conversation = ada.converse(bob);
        try (var adas = ada.socket(stack.chat(0));
                var bobs = bob.socket(stack.chat(1))) {
            var imageId = Images.upload(ada, stack.app(), PICTURE);

            adas.send(new JsonObject()
                    .put("type", "send")
                    .put("conversationId", conversation)
                    .put("clientMessageId", UUID.randomUUID().toString())
                    .put("text", "Look!")
                    .put("imageId", imageId));

            var received = bobs.message("Look!");
            var sent =
                    adas.next(frame -> frame.getString("type").equals("sent")).getJsonObject("message");
            assertThat(received).isEqualTo(sent);
            assertThat(received.getJsonObject("image"))
                    .isEqualTo(new JsonObject()
                            .put("id", imageId)
                            .put("contentType", "image/png")
                            .put("width", 30)
                            .put("height", 20)
                            .put("bytes", PICTURE.length));
            assertThat(bob.history(conversation).getJsonObject(0)).isEqualTo(received);
            for (var replica : new String[] {stack.app(), stack.chat(0), stack.chat(1)}) {
                assertThat(Images.fetch(Images.show(bob, replica, imageId)).body())
                        .isEqualTo(PICTURE);
                assertThat(Images.show(eve, replica, imageId).statusCode()).isEqualTo(404);
            }
        }
    }

    @Test
    void whatIsNoImageIsRefusedOnTheSocketAndGoneOnBothReplicas() {
        var ada = Person.signIn(stack, "ada");
        var bob = Person.signIn(stack, "bob");
        var conversation = ada.converse(bob);
        try (var adas = ada.socket(stack.chat(0))) {
            var imageId = Images.upload(
                    ada, stack.app(), "<svg onload='alert(1)'/>".getBytes(java.nio.charset.StandardCharsets.UTF_8));

            adas.send(new JsonObject()
                    .put("type", "send")
                    .put("conversationId", conversation)
                    .put("clientMessageId", UUID.randomUUID().toString())
                    .put("imageId", imageId));

            assertThat(adas.next(frame -> frame.getString("type").equals("error"))
                            .getString("code"))
                    .isEqualTo("image_type_mismatch");
            assertThat(Images.show(ada, stack.chat(1), imageId).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theAppsPagesMayUploadAndShowImages() {
        var ada = Person.signIn(stack, "ada");
        var upload = Images.offer(ada, stack.app(), 7).getJsonObject("upload");

        var mayI = Images.exchange(HttpRequest.newBuilder(URI.create(upload.getString("url")))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", stack.app())
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "content-type"));
        var page = Api.call("GET", stack.app() + "/", null);

        assertThat(mayI.statusCode()).isLessThan(300);
        assertThat(mayI.headers().firstValue("Access-Control-Allow-Origin")).hasValue(stack.app());
        var store = URI.create(upload.getString("url"));
        var origin = "http://" + store.getHost() + ":" + store.getPort();
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .containsPattern("connect-src [^;]*" + origin)
                .containsPattern("img-src [^;]*" + origin);
    }
}
