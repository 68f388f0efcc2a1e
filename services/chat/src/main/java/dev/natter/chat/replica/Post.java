package dev.natter.chat.replica;

import dev.natter.events.DeliveryEvent;

/** Tells exactly one replica. */
public interface Post {

    /**
     * Hands the event to the broker, in the order of the calls. What cannot be sent is dropped.
     *
     * @param settled runs once: with true when the broker has confirmed the event, with false when it did not take it. Not
     *     at all when the link is lost in between
     */
    void send(String replicaId, DeliveryEvent event, Settled settled);

    /** As above, for an event of which nobody needs to know how it went. */
    default void send(String replicaId, DeliveryEvent event) {
        send(replicaId, event, confirmed -> {});
    }

    /** What becomes of a sent event. */
    @FunctionalInterface
    interface Settled {
        void now(boolean confirmed);
    }
}
