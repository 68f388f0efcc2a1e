package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Images, from one replica to the other, past an outsider. */
@ExtendWith(OneStack.class)
class ImageIT {

    private static final byte[] PICTURE = picture();

    private final RunningStack stack;

    ImageIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void anImageTravelsFromOneReplicaToTheOtherAndToNobodyElse() {
        var ada = Person.signIn(stack, "ada");
        var bob = Person.signIn(stack, "bob");
        var eve = Person.signIn(stack, "eve");
        var conversation = ada.converse(bob);
        try (var adas = ada.socket(stack.chat(0));
                var bobs = bob.socket(stack.chat(1))) {
            var imageId = upload(ada, PICTURE);

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
                assertThat(fetch(show(bob, replica, imageId)).body()).isEqualTo(PICTURE);
                assertThat(show(eve, replica, imageId).statusCode()).isEqualTo(404);
            }
        }
    }

    @Test
    void whatIsNoImageIsRefusedOnTheSocketAndGoneOnBothReplicas() {
        var ada = Person.signIn(stack, "ada");
        var bob = Person.signIn(stack, "bob");
        var conversation = ada.converse(bob);
        try (var adas = ada.socket(stack.chat(0))) {
            var imageId = upload(ada, "<svg onload='alert(1)'/>".getBytes(java.nio.charset.StandardCharsets.UTF_8));

            adas.send(new JsonObject()
                    .put("type", "send")
                    .put("conversationId", conversation)
                    .put("clientMessageId", UUID.randomUUID().toString())
                    .put("imageId", imageId));

            assertThat(adas.next(frame -> frame.getString("type").equals("error"))
                            .getString("code"))
                    .isEqualTo("image_type_mismatch");
            assertThat(show(ada, stack.chat(1), imageId).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theAppsPagesMayUploadAndShowImages() {
        var ada = Person.signIn(stack, "ada");
        var upload = offer(ada, 7).getJsonObject("upload");

        var mayI = exchange(HttpRequest.newBuilder(URI.create(upload.getString("url")))
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

    private static JsonObject offer(Person person, int bytes) {
        var offered = person.call(
                "POST",
                "/api/v1/images",
                new JsonObject().put("contentType", "image/png").put("bytes", bytes));
        assertThat(offered.statusCode()).as(offered.body()).isEqualTo(201);
        return new JsonObject(offered.body());
    }

    private static String upload(Person person, byte[] bytes) {
        var offered = offer(person, bytes.length);
        var upload = offered.getJsonObject("upload");
        var request = HttpRequest.newBuilder(URI.create(upload.getString("url")))
                .method(upload.getString("method"), BodyPublishers.ofByteArray(bytes));
        upload.getJsonObject("headers").forEach(header -> request.header(header.getKey(), (String) header.getValue()));
        assertThat(exchange(request).statusCode()).isEqualTo(200);
        return offered.getString("imageId");
    }

    private static HttpResponse<String> show(Person person, String address, String imageId) {
        return person.at(address, "GET", "/api/v1/images/" + imageId, null);
    }

    private static HttpResponse<byte[]> fetch(HttpResponse<String> redirect) {
        assertThat(redirect.statusCode()).as(redirect.body()).isEqualTo(302);
        return exchange(HttpRequest.newBuilder(
                URI.create(redirect.headers().firstValue("Location").orElseThrow())));
    }

    private static HttpResponse<byte[]> exchange(HttpRequest.Builder request) {
        return Api.CLIENT.sendAsync(request.build(), BodyHandlers.ofByteArray()).join();
    }

    private static byte[] picture() {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
