package dev.natter.load.client;

import io.vertx.core.Future;
import io.vertx.core.http.WebSocket;

/** One open socket of one person. */
public final class Connection {

    private static final int BROKEN = 1006;

    private final WebSocket socket;

    Connection(WebSocket socket) {
        this.socket = socket;
    }

    /** Sends a frame; does not wait for anything. */
    public void send(String frame) {
        var unused = socket.writeTextMessage(frame);
    }

    /** Ends it as a closed tab does; nothing happens when it has ended already. */
    public Future<Void> close() {
        return socket.close().otherwiseEmpty();
    }

    /** The code that it was closed with; 0 while it is open, 1006 when it broke. */
    public int closeCode() {
        if (!socket.isClosed()) {
            return 0;
        }
        var code = socket.closeStatusCode();
        return code == null ? BROKEN : code;
    }

    /** Whether it has ended, by either side. */
    public boolean isClosed() {
        return socket.isClosed();
    }
}
