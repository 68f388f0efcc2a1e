package dev.natter.chat.delivery;

import dev.natter.events.DeliveryEvent;
import dev.natter.events.PresenceEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A broker with two queues for each replica, which go with its connection. What is delivered or confirmed next, the test says. */
public final class FakeBroker {

    private static final class Queues {
        private final Deque<DeliveryEvent> deliveries = new ArrayDeque<>();
        private final Deque<PresenceEvent> broadcasts = new ArrayDeque<>();
        private final Deque<Consumer<Boolean>> confirms = new ArrayDeque<>();
    }

    /** An event and its routing key. */
    public record Published(String from, String routingKey, DeliveryEvent event) {}

    private final Map<String, Queues> connected = new LinkedHashMap<>();
    private final List<Published> published = new ArrayList<>();
    private final List<PresenceEvent> broadcasts = new ArrayList<>();

    public void connect(String replicaId) {
        connected.put(replicaId, new Queues());
    }

    public void disconnect(String replicaId) {
        connected.remove(replicaId);
    }

    public boolean isConnected(String replicaId) {
        return connected.containsKey(replicaId);
    }

    /** Everything published on {@code chat-delivery}. */
    public List<Published> published() {
        return published;
    }

    /** Everything published on {@code presence-fanout}. */
    public List<PresenceEvent> broadcasts() {
        return broadcasts;
    }

    DeliveryEvent nextDelivery(String replicaId) {
        return connected.containsKey(replicaId)
                ? connected.get(replicaId).deliveries.poll()
                : null;
    }

    /** The next event of {@code presence-fanout} for this replica; null when there is none. */
    public PresenceEvent nextBroadcast(String replicaId) {
        return connected.containsKey(replicaId)
                ? connected.get(replicaId).broadcasts.poll()
                : null;
    }

    /** Confirms, or refuses, what this replica published; false when there is nothing to. */
    public boolean confirmNext(String replicaId, boolean confirmed) {
        var confirm = connected.containsKey(replicaId)
                ? connected.get(replicaId).confirms.poll()
                : null;
        if (confirm != null) {
            confirm.accept(confirmed);
        }
        return confirm != null;
    }

    /** How one replica sends to the others. */
    public PeerSender sender(String replicaId) {
        return new PeerSender(null, null, null, null) {
            @Override
            public boolean isConnected() {
                return connected.containsKey(replicaId);
            }

            @Override
            void send(String routingKey, DeliveryEvent event, Consumer<Boolean> settled) {
                if (!isConnected()) {
                    settled.accept(false);
                    return;
                }
                published.add(new Published(replicaId, routingKey, event));
                connected.forEach((id, queues) -> {
                    if (routingKey.equals(id) || routingKey.equals(ALL)) {
                        queues.deliveries.add(event);
                    }
                });
                connected.get(replicaId).confirms.add(settled);
            }

            @Override
            public void broadcast(PresenceEvent event) {
                if (isConnected()) {
                    broadcasts.add(event);
                    connected.values().forEach(queues -> queues.broadcasts.add(event));
                }
            }
        };
    }
}
