package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import javax.imageio.ImageIO;

/** Images, put into the store and taken out of it as the contract has it. */
final class Images {

    private Images() {}

    /** A PNG of 30 by 20 pixels. */
    static byte[] picture() {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The answer of an address to the offer of an upload of so many bytes. */
    static JsonObject offer(Person person, String address, int bytes) {
        var offered = person.at(
                address,
                "POST",
                "/api/v1/images",
                new JsonObject().put("contentType", "image/png").put("bytes", bytes));
        assertThat(offered.statusCode()).as(offered.body()).isEqualTo(201);
        return new JsonObject(offered.body());
    }

    /** Returns the id of an image that is uploaded and not sent yet. */
    static String upload(Person person, String address, byte[] bytes) {
        var offered = offer(person, address, bytes.length);
        var upload = offered.getJsonObject("upload");
        var request = HttpRequest.newBuilder(URI.create(upload.getString("url")))
                .method(upload.getString("method"), BodyPublishers.ofByteArray(bytes));
        upload.getJsonObject("headers").forEach(header -> request.header(header.getKey(), (String) header.getValue()));
        assertThat(exchange(request).statusCode()).isEqualTo(200);
        return offered.getString("imageId");
    }

    /** Asks at some address where an image lies. */
    static HttpResponse<String> show(Person person, String address, String imageId) {
        return person.at(address, "GET", "/api/v1/images/" + imageId, null);
    }

    /** What lies where that answer points to. */
    static HttpResponse<byte[]> fetch(HttpResponse<String> redirect) {
        assertThat(redirect.statusCode()).as(redirect.body()).isEqualTo(302);
        return exchange(HttpRequest.newBuilder(
                URI.create(redirect.headers().firstValue("Location").orElseThrow())));
    }

    static HttpResponse<byte[]> exchange(HttpRequest.Builder request) {
        return Api.CLIENT.sendAsync(request.build(), BodyHandlers.ofByteArray()).join();
    }
}
