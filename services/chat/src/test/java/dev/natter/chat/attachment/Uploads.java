package dev.natter.chat.attachment;

import static dev.natter.chat.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.Caller;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What a browser does to upload an image, and to get one. */
final class Uploads {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Uploads() {}

    static Response offer(Caller caller, String contentType, long bytes) {
        return caller.request(new JsonObject().put("contentType", contentType).put("bytes", bytes))
                .post("/api/v1/images");
    }

    /** The id of an image that is uploaded. */
    static String uploaded(Caller caller, String contentType, byte[] bytes) {
        var offered = json(offer(caller, contentType, bytes.length), 201);
        assertThat(put(offered.getJsonObject("upload"), contentType, bytes)).isEqualTo(200);
        return offered.getString("imageId");
    }

    /** The status of an upload. */
    static int put(JsonObject upload, String contentType, byte[] bytes) {
        return exchange(HttpRequest.newBuilder(URI.create(upload.getString("url")))
                        .header("Content-Type", contentType)
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)))
                .statusCode();
    }

    static HttpResponse<byte[]> fetch(String url) {
        return exchange(HttpRequest.newBuilder(URI.create(url)));
    }

    private static HttpResponse<byte[]> exchange(HttpRequest.Builder request) {
        return HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .join();
    }
}
