package dev.natter.chat.delivery;

import dev.natter.events.DeliveryEvent;
import dev.natter.events.Headers;
import dev.natter.events.PresenceEvent;
import dev.natter.web.RequestIds;
import io.smallrye.reactive.messaging.rabbitmq.OutgoingRabbitMQMetadata;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/**
 * Sends events to other replicas, in the order of the calls. Events sent while the broker is not connected are dropped, because
 * the client below would queue them without bound.
 */
@ApplicationScoped
public class PeerSender {

    /** The routing key that every replica's queue is bound to, beside its own id. */
    static final String ALL = "all";

    private static final Logger LOG = Logger.getLogger(PeerSender.class);
    private static final int PERSISTENT = 2;

    private final BrokerConnectionMonitor connection;
    private final PeerEventCodec codec;
    private final Emitter<Buffer> deliveries;
    private final Emitter<Buffer> broadcasts;

    PeerSender(
            BrokerConnectionMonitor connection,
            PeerEventCodec codec,
            @Channel(BrokerConnectionMonitor.DELIVERY_OUT) Emitter<Buffer> deliveries,
            @Channel(BrokerConnectionMonitor.FANOUT_OUT) Emitter<Buffer> broadcasts) {
        this.connection = connection;
        this.codec = codec;
        this.deliveries = deliveries;
        this.broadcasts = broadcasts;
    }

    public boolean isConnected() {
        return connection.isUp();
    }

    /**
     * Publishes the event to one replica, or to {@link #ALL}.
     *
     * @param settled called once, with whether the broker took the event; not at all when the connection is lost in between
     */
    void send(String routingKey, DeliveryEvent event, Consumer<Boolean> settled) {
        send(deliveries, routingKey, event, settled);
    }

    /** Publishes the event to every replica, this one among them. */
    public void broadcast(PresenceEvent event) {
        send(broadcasts, "", event, confirmed -> {});
    }

    private void send(Emitter<Buffer> emitter, String routingKey, Object event, Consumer<Boolean> settled) {
        if (!connection.isUp()) {
            settled.accept(false);
            return;
        }
        try {
            emitter.send(Message.of(
                    Buffer.buffer(codec.encode(event)),
                    Metadata.of(properties(routingKey)),
                    () -> settle(settled, true),
                    failure -> settle(settled, false)));
        } catch (IllegalStateException refused) {
            // The channel is closing, or not subscribed yet.
            LOG.debugf("Not sent: %s", refused.getMessage());
            settled.accept(false);
        }
    }

    private static CompletionStage<Void> settle(Consumer<Boolean> settled, boolean confirmed) {
        settled.accept(confirmed);
        return CompletableFuture.completedStage(null);
    }

    private static OutgoingRabbitMQMetadata properties(String routingKey) {
        var requestId = Objects.requireNonNullElseGet(
                RequestIds.current(), () -> UUID.randomUUID().toString());
        return OutgoingRabbitMQMetadata.builder()
                .withRoutingKey(routingKey)
                .withContentType("application/json")
                .withDeliveryMode(PERSISTENT)
                .withHeader(Headers.REQUEST_ID, requestId)
                .build();
    }

    /** Changes of the connection to the broker, fired as CDI events, each once and in order. */
    public enum BrokerState {

        /** The connection is gone: events in flight may be lost, and events sent now are. */
        LOST,

        /** The connection is there again, with empty queues. */
        ESTABLISHED
    }
}
