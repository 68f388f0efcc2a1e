package dev.natter.faults.client;

import dev.natter.faults.check.ImageMessage;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** One picture on its way from a client into a conversation; each step is repeated until it is done. */
final class ImageSend {

    private final Vertx vertx;
    private final Person sender;
    private final Person viewer;
    private final SentMessage writing;
    private final Recorder recorder;
    private final Buffer bytes;
    private volatile String imageId = "";
    private volatile boolean gone;

    /** @param viewer who is in the conversation, too */
    ImageSend(Vertx vertx, Person sender, Person viewer, SentMessage writing, Recorder recorder, Buffer bytes) {
        this.vertx = vertx;
        this.sender = sender;
        this.viewer = viewer;
        this.writing = writing;
        this.recorder = recorder;
        this.bytes = bytes;
        // It gets its place once it is uploaded, whatever else its sender writes meanwhile.
        writing.refuse();
    }

    void offer() {
        sender.call(
                        HttpMethod.POST,
                        "/api/v1/images",
                        new JsonObject().put("contentType", "image/png").put("bytes", bytes.length()))
                .onSuccess(answer -> {
                    if (answer.status() == 201) {
                        imageId = answer.json().getString("imageId");
                        upload(answer.json().getJsonObject("upload"));
                    } else {
                        later(this::offer);
                    }
                });
    }

    private void upload(JsonObject upload) {
        var headers = upload.getJsonObject("headers").stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> String.valueOf(header.getValue())));
        sender.imageStore(HttpMethod.PUT, upload.getString("url"), bytes, headers)
                .onSuccess(done -> send())
                .onFailure(failure -> later(() -> upload(upload)));
    }

    private void send() {
        sender.call(
                        HttpMethod.POST,
                        "/api/v1/conversations/" + writing.conversationId() + "/messages",
                        new JsonObject()
                                .put("clientMessageId", writing.clientMessageId())
                                .put("text", writing.text())
                                .put("imageId", imageId))
                .onSuccess(answer -> {
                    if (answer.status() == 200 || answer.status() == 201) {
                        writing.acknowledge(Client.message(answer.json()), recorder.now());
                    } else {
                        later(this::send);
                    }
                });
    }

    private void later(Runnable step) {
        if (!gone) {
            vertx.setTimer(ThreadLocalRandom.current().nextInt(500, 1_500), timer -> step.run());
        }
    }

    void giveUp() {
        gone = true;
    }

    /** What has become of it. */
    ImageMessage picture() {
        var acknowledged = writing.acknowledged() != null;
        return new ImageMessage(imageId, writing.clientMessageId(), acknowledged, acknowledged ? shown() : "");
    }

    private String shown() {
        var link = Rest.wait(viewer.call(HttpMethod.GET, "/api/v1/images/" + imageId, null));
        if (link.status() != 200) {
            return link.toString();
        }
        return Rest.wait(viewer.imageStore(HttpMethod.GET, link.json().getString("url"), Buffer.buffer(), Map.of())
                .map(got -> got.equals(bytes) ? ImageMessage.WHOLE : got.length() + " other bytes")
                .otherwise(Throwable::toString));
    }
}
