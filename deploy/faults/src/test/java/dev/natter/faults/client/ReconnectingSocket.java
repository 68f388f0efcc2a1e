package dev.natter.faults.client;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** The socket of one client, which comes back with jitter whatever happens to it: within 2 s at first, then more slowly. */
final class ReconnectingSocket {

    private static final int FIRST_PAUSE_MILLIS = 2_000;
    private static final int LONGEST_PAUSE_MILLIS = 8_000;
    /** The server pings every 20 s; without a sound for so long, the line is dead. */
    private static final int SILENCE_SECONDS = 45;

    private final Vertx vertx;
    private final WebSocketClient client;
    private final Person person;
    private final String origin;
    private final Recorder recorder;
    private final Consumer<JsonObject> frames;
    private volatile WebSocket socket;
    private volatile boolean ready;
    private volatile boolean gone;
    private int pause = FIRST_PAUSE_MILLIS;

    ReconnectingSocket(Vertx vertx, Person person, String origin, Recorder recorder, Consumer<JsonObject> frames) {
        this.vertx = vertx;
        this.person = person;
        this.origin = origin;
        this.recorder = recorder;
        this.frames = frames;
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(1_000)
                .setConnectTimeout(5_000)
                .setIdleTimeout(SILENCE_SECONDS));
    }

    void connect() {
        if (gone) {
            return;
        }
        client.connect(new WebSocketConnectOptions()
                        .setAbsoluteURI(origin.replaceFirst("^http", "ws") + "/api/v1/socket")
                        .setTimeout(10_000)
                        // The address of a door is no origin of Natter's, and only browsers have to say theirs.
                        .setAllowOriginHeader(false)
                        .addHeader("Authorization", "Bearer " + person.accessToken()))
                .onSuccess(this::opened)
                .onFailure(this::refused);
    }

    private void opened(WebSocket opened) {
        socket = opened;
        opened.textMessageHandler(text -> {
            var frame = new JsonObject(text);
            if (frame.getString("type").equals("ready")) {
                ready = true;
                pause = FIRST_PAUSE_MILLIS;
                recorder.ready();
            }
            frames.accept(frame);
        });
        opened.exceptionHandler(broken -> {});
        if (gone) {
            // It left while it was on its way here.
            opened.close();
        }
        opened.closeHandler(end -> {
            ready = false;
            var code = opened.closeStatusCode();
            recorder.closed(person.id(), code == null ? 1006 : code);
            comeBack();
        });
    }

    private void refused(Throwable failure) {
        if (failure instanceof UpgradeRejectedException rejected) {
            recorder.upgradeRefused(rejected.getStatus() + " " + rejected.getBody());
        } else if (!(failure instanceof HttpClosedException)) {
            recorder.upgradeRefused(failure.toString());
        }
        comeBack();
    }

    private void comeBack() {
        var jitter = ThreadLocalRandom.current().nextInt(50, pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        vertx.setTimer(jitter, timer -> connect());
    }

    void send(JsonObject frame) {
        var unused = socket.writeTextMessage(frame.encode());
    }

    boolean isReady() {
        return ready;
    }

    void leave() {
        gone = true;
        var open = socket;
        if (open != null) {
            open.close();
        }
    }
}
