package dev.natter.chat.delivery.remote;

import dev.natter.events.DeliveryEvent;
import dev.natter.events.PresenceEvent;
import java.util.function.Consumer;

/** Sends events to other replicas, in the order of the calls. Events sent while the broker is not connected are dropped. */
public interface PeerSender {

    /** The routing key that every replica's queue is bound to, beside its own id. */
    String ALL = "all";

    /** Whether this replica is connected to the broker. */
    boolean isConnected();

    /**
     * Publishes the event to one replica, or to {@link #ALL}.
     *
     * @param settled called once: with true when the broker has confirmed the event, with false when it did not take it. Not
     *     called at all when the connection is lost in between
     */
    void send(String routingKey, DeliveryEvent event, Consumer<Boolean> settled);

    /** Publishes the event to every replica, this one among them. */
    void broadcast(PresenceEvent event);
}
