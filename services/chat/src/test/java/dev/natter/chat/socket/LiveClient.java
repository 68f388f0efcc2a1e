package dev.natter.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.natter.testing.ApiDocument;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of the socket without code of the service: JSON out, JSON in, and how it was closed. */
public final class LiveClient implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final ApiDocument DOCUMENT = ApiDocument.read(Path.of("asyncapi.yaml"));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
    private final List<JsonObject> skipped = new ArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private WebSocket socket;
    private JsonObject ready;

    private LiveClient() {}

    /** Opens a socket and waits until it is ready. */
    public static LiveClient open(URI uri, String accessToken) {
        var client = connect(uri, accessToken);
        client.ready = client.take("ready");
        return client;
    }

    /** Opens a socket and does not wait for anything. */
    public static LiveClient connect(URI uri, String accessToken) {
        var client = new LiveClient();
        client.socket = HTTP.newWebSocketBuilder()
                .header("Authorization", "Bearer " + accessToken)
                .buildAsync(uri, client.new Listener())
                .orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                .join();
        return client;
    }

    /** The id the server gave this connection. */
    public String connectionId() {
        return ready.getString("connectionId");
    }

    /** The {@code ready} frame. */
    public JsonObject ready() {
        return ready;
    }

    /** Sends one text frame. */
    public LiveClient send(String text) {
        socket.sendText(text, true)
                .orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                .join();
        return this;
    }

    /** Sends one frame. */
    public LiveClient send(JsonObject frame) {
        return send(frame.encode());
    }

    /** Sends a {@code send} frame. */
    public LiveClient sendMessage(String conversationId, String clientMessageId, String text) {
        return send(new JsonObject()
                .put("type", "send")
                .put("conversationId", conversationId)
                .put("clientMessageId", clientMessageId)
                .put("text", text));
    }

    /** Sends a binary frame. */
    public LiveClient sendBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        return this;
    }

    /** The next frame, of whatever type. */
    public JsonObject next() {
        try {
            var frame = frames.poll(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(frame).as("a frame; before it came %s", skipped).isNotNull();
            assertThat(frame.getString("type")).as(frame.encode()).doesNotStartWith("not ");
            return frame;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** The next frame of this type; skips others. */
    public JsonObject take(String type) {
        for (var frame = next(); ; frame = next()) {
            if (frame.getString("type").equals(type)) {
                return frame;
            }
            skipped.add(frame);
        }
    }

    /** What was passed over because something else was waited for. */
    public List<JsonObject> skipped() {
        return List.copyOf(skipped);
    }

    /** What has come and was not taken. */
    public List<JsonObject> pending() {
        return List.copyOf(frames);
    }

    /** The code with which the server closed. */
    public int closeCode() {
        return closed.orTimeout(TIMEOUT.toSeconds() * 2, TimeUnit.SECONDS).join();
    }

    /** Whether the socket is closed. */
    public boolean isClosed() {
        return closed.isDone();
    }

    @Override
    public void close() {
        if (!socket.isOutputClosed()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
        }
    }

    /** Cuts the line. */
    public void abort() {
        socket.abort();
    }

    /** Read with a parser of its own; what is not as documented is seen as what is wrong with it. */
    private static JsonObject documented(String text) {
        try {
            var violations = DOCUMENT.frameViolations("toClient", JSON.readTree(text));
            return violations.isEmpty()
                    ? new JsonObject(text)
                    : new JsonObject().put("type", "not as documented").put("violations", violations.toString());
        } catch (JsonProcessingException noJson) {
            return new JsonObject().put("type", "not JSON").put("text", text);
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                frames.add(documented(text.toString()));
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            closed.complete(statusCode);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}
