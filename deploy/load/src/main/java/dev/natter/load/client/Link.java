package dev.natter.load.client;

import io.vertx.core.Future;
import io.vertx.core.http.WebSocket;

/** One open socket of one person. */
public final class Link {

    private final WebSocket socket;

    Link(WebSocket socket) {
        this.socket = socket;
    }

    /** Sends a frame; does not wait for anything. */
    public void send(String frame) {
        var unused = socket.writeTextMessage(frame);
    }

    /** Ends it as a closed tab does. */
    public Future<Void> close() {
        return socket.close();
    }

    /** Whether it has ended, by either side. */
    public boolean isClosed() {
        return socket.isClosed();
    }
}
