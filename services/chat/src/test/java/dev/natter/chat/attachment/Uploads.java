package dev.natter.chat.attachment;

import static dev.natter.chat.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.Caller;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

/** What a browser does to upload an image, and to get one. */
public final class Uploads {

    private Uploads() {}

    /** With a connection of its own: after a refusal the server ends the one that it was on, perhaps in the middle of the next request. */
    private static HttpClient client() {
        return HttpClient.newHttpClient();
    }

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

    static Response offerFile(Caller caller, String name, String contentType, long bytes) {
        return caller.request(new JsonObject()
                        .put("name", name)
                        .put("contentType", contentType)
                        .put("bytes", bytes))
                .post("/api/v1/files");
    }

    /** The id of a file that is uploaded. */
    public static String uploadedFile(Caller caller, String name, String contentType, byte[] bytes) {
        return accepted(json(offerFile(caller, name, contentType, bytes.length), 201), "fileId", bytes);
    }

    static Response offerVoice(Caller caller, String contentType, long bytes) {
        return caller.request(new JsonObject()
                        .put("contentType", contentType)
                        .put("bytes", bytes)
                        .put("durationMs", 4_200)
                        .put("waveform", new JsonArray().add(0).add(128).add(255)))
                .post("/api/v1/voice");
    }

    /** The id of a voice message that is uploaded. */
    static String uploadedVoice(Caller caller, String contentType, byte[] bytes) {
        return accepted(json(offerVoice(caller, contentType, bytes.length), 201), "voiceId", bytes);
    }

    private static String accepted(JsonObject offered, String id, byte[] bytes) {
        var upload = offered.getJsonObject("upload");
        assertThat(put(upload, upload.getJsonObject("headers").getString("Content-Type"), bytes))
                .isEqualTo(200);
        return offered.getString(id);
    }

    /** Sends a message with what this field names. */
    public static Response send(Caller caller, String conversationId, String field, String id) {
        var message = new JsonObject()
                .put("clientMessageId", UUID.randomUUID().toString())
                .put(field, id);
        return caller.request(message).post("/api/v1/conversations/{id}/messages", conversationId);
    }

    /** The answer of {@code images}, {@code files} or {@code voice}. */
    static Response show(Caller caller, String kind, String id) {
        return caller.request().redirects().follow(false).get("/api/v1/{kind}/{id}", kind, id);
    }

    static void assertRefused(Response answer, int status, String code) {
        assertThat(json(answer, status).getString("code")).isEqualTo(code);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    /** The status of an upload without headers of its own, as of a part. */
    static int putPart(JsonObject part, byte[] bytes) {
        return exchange(HttpRequest.newBuilder(URI.create(part.getString("url")))
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)))
                .statusCode();
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

    static HttpResponse<byte[]> fetch(String url, String range) {
        return exchange(HttpRequest.newBuilder(URI.create(url)).header("Range", range));
    }

    private static HttpResponse<byte[]> exchange(HttpRequest.Builder request) {
        return client().sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .join();
    }
}
