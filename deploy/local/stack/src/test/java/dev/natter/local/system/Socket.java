package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A client's socket that remembers every frame it got. */
final class Socket implements WebSocket.Listener, AutoCloseable {

    /** For machines that are busy; nothing waits longer than it must. */
    private static final Duration TIMEOUT = Duration.ofSeconds(45);

    private final List<JsonObject> frames = new CopyOnWriteArrayList<>();
    private final List<String> undocumented = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private volatile int closeCode;
    private WebSocket socket;

    static Socket open(String address, String accessToken) {
        var client = new Socket();
        try {
            client.socket = Api.CLIENT
                    .newWebSocketBuilder()
                    .header("Authorization", "Bearer " + accessToken)
                    .buildAsync(URI.create(address.replaceFirst("^http", "ws") + "/api/v1/socket"), client)
                    .get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        client.next(frame -> frame.getString("type").equals("ready"));
        return client;
    }

    /** The status with which a socket is refused. */
    static int refusal(String address, String accessToken) {
        try {
            open(address, accessToken).close();
        } catch (IllegalStateException refused) {
            if (refused.getCause().getCause() instanceof WebSocketHandshakeException handshake) {
                return handshake.getResponse().statusCode();
            }
            throw refused;
        }
        throw new AssertionError("the socket was opened");
    }

    /** Sends a text and returns its clientMessageId. */
    String send(String conversationId, String text) {
        var clientMessageId = UUID.randomUUID().toString();
        send(new JsonObject()
                .put("type", "send")
                .put("conversationId", conversationId)
                .put("clientMessageId", clientMessageId)
                .put("text", text));
        return clientMessageId;
    }

    void send(JsonObject frame) {
        sendText(frame.encode());
    }

    /** Sends a frame that may be anything. */
    void sendText(String frame) {
        socket.sendText(frame, true).join();
    }

    /** Waits for a frame that fits, among all that have come so far. */
    JsonObject next(Predicate<JsonObject> fits) {
        return next(fits, TIMEOUT);
    }

    /** The same, within this time. */
    JsonObject next(Predicate<JsonObject> fits, Duration within) {
        await().atMost(within)
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(frames).anyMatch(fits));
        return frames.stream().filter(fits).findFirst().orElseThrow();
    }

    /** Waits until a message with this text has come and returns it. */
    JsonObject message(String text) {
        return next(frame -> frame.getString("type").equals("message")
                        && text.equals(frame.getJsonObject("message").getString("text")))
                .getJsonObject("message");
    }

    /** The name that the last {@code profile} frame of this user has, or null when none has come. */
    String lastName(String userId) {
        return frames.stream()
                .filter(frame -> frame.getString("type").equals("profile"))
                .map(frame -> frame.getJsonObject("user"))
                .filter(user -> user.getString("id").equals(userId))
                .map(user -> user.getString("name"))
                .reduce(null, (before, last) -> last);
    }

    /** How many frames have come that fit. */
    long count(Predicate<JsonObject> fits) {
        return frames.stream().filter(fits).count();
    }

    /** Forgets what has come so far. */
    void forget() {
        frames.clear();
    }

    /** The texts of the messages that have come, in the order they came. */
    List<String> texts() {
        return frames.stream()
                .filter(frame -> frame.getString("type").equals("message"))
                .map(frame -> frame.getJsonObject("message").getString("text"))
                .toList();
    }

    /** Waits for the end of the connection and tells its close code. */
    int closeCode() {
        await().atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(closeCode).isNotZero());
        return closeCode;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            undocumented.addAll(Documents.violations(partial.toString()));
            frames.add(new JsonObject(partial.toString()));
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closeCode = code;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closeCode = 1006;
    }

    /** Ends the connection; fails when any frame that came on it was not as documented. */
    @Override
    public void close() {
        socket.abort();
        assertThat(undocumented).isEmpty();
    }
}
