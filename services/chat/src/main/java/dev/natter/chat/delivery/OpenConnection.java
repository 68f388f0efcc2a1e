package dev.natter.chat.delivery;

import io.smallrye.mutiny.Multi;

/** A connection that is entered in {@link Connections}. */
public final class OpenConnection implements ClientConnection {

    private final String id;
    private final String userId;
    private final String sessionId;
    private final Outgoing outgoing;
    private final DeliveryMetrics metrics;

    OpenConnection(String id, String userId, String sessionId, Outgoing outgoing, DeliveryMetrics metrics) {
        this.id = id;
        this.userId = userId;
        this.sessionId = sessionId;
        this.outgoing = outgoing;
        this.metrics = metrics;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String userId() {
        return userId;
    }

    @Override
    public String sessionId() {
        return sessionId;
    }

    @Override
    public void send(String text) {
        if (!outgoing.offer(text)) {
            metrics.ending(CloseCodes.SLOW);
        }
    }

    @Override
    public void close(int code, String reason) {
        if (outgoing.end(new ConnectionEnd(code, reason))) {
            metrics.ending(code);
        }
    }

    /** Lets frames out, this one first; until then they are kept back. */
    public void open(String first) {
        outgoing.open(first);
    }

    /**
     * What is to be sent, one frame for each that is asked for. To be subscribed once, and asked for the next frame when the
     * one before is on its way. Fails with a {@link ConnectionEnd} when the connection is to be closed.
     */
    public Multi<String> frames() {
        return Multi.createFrom().publisher(outgoing).invoke(metrics::out);
    }

    void gone() {
        outgoing.gone();
    }
}
