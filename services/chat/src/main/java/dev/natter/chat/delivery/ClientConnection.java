package dev.natter.chat.delivery;

import io.smallrye.mutiny.Multi;

/** An open connection of a user to this replica. Its methods may be called from any thread and never wait. */
public final class ClientConnection {

    private final String id;
    private final String userId;
    private final SendQueue queue;
    private final DeliveryMetrics metrics;

    ClientConnection(String id, String userId, SendQueue queue, DeliveryMetrics metrics) {
        this.id = id;
        this.userId = userId;
        this.queue = queue;
        this.metrics = metrics;
    }

    /** Unique among the connections to all replicas. */
    public String id() {
        return id;
    }

    /** The user, from the verified token. */
    public String userId() {
        return userId;
    }

    /** Appends an encoded frame to the send queue. If the queue is full, the connection ends with 4413. */
    public void send(String text) {
        if (!queue.offer(text)) {
            metrics.closing(CloseCode.SLOW);
        }
    }

    /** Closes the connection when its queue is sent. The first code given is the one that counts. */
    public void close(CloseCode code) {
        if (queue.end(code)) {
            metrics.closing(code);
        }
    }

    /** Starts sending, this frame first; until then frames are queued. */
    public void open(String first) {
        queue.open(first);
    }

    /**
     * The frames to send. Subscribe once, and request the next frame when the previous one is written. Fails with a {@link
     * CloseConnectionException} when the connection is to be closed.
     */
    public Multi<String> frames() {
        return Multi.createFrom().publisher(queue).invoke(metrics::sent);
    }

    void gone() {
        queue.gone();
    }
}
