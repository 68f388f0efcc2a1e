package dev.natter.chat.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.natter.chat.delivery.PeerSender.BrokerState;
import dev.natter.chat.routing.RouteLookup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** One replica's delivery to others and from others, over a {@link FakeBroker}. */
public final class TestPeer {

    private static final int PLENTY = 1_000_000;

    private final String replicaId;
    private final FakeBroker broker;
    private final Delivery remote;
    private final DeliveryConsumer consumer;

    public TestPeer(String replicaId, FakeBroker broker, LocalSockets sockets, RouteLookup routes) {
        this(replicaId, broker, sockets, routes, PLENTY);
    }

    TestPeer(String replicaId, FakeBroker broker, LocalSockets sockets, RouteLookup routes, int remoteCharacters) {
        this.replicaId = replicaId;
        this.broker = broker;
        this.remote = new Delivery(
                sockets.local(),
                () -> replicaId,
                Limits.large(remoteCharacters),
                routes,
                broker.sender(replicaId),
                sockets.metrics());
        this.consumer = new DeliveryConsumer(
                () -> replicaId, codec(), sockets.local(), (conversationId, seq, changesGroup) -> {});
    }

    public static PeerEventCodec codec() {
        return new PeerEventCodec(new ObjectMapper(), new SimpleMeterRegistry());
    }

    public Delivery remote() {
        return remote;
    }

    /** Takes the next event from others; false when there is none. */
    public boolean receiveNext() {
        var event = broker.nextDelivery(replicaId);
        if (event != null) {
            consumer.on(event);
        }
        return event != null;
    }

    /** The connection to the broker is lost or established; the broker knows already. */
    public void changed(BrokerState state) {
        remote.changed(state);
        consumer.connected(state);
    }
}
