package dev.natter.user.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.natter.events.Headers;
import dev.natter.events.Topology;
import dev.natter.web.RequestIds;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.rabbitmq.OutgoingRabbitMQMetadata;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/**
 * Publishes, and completes once the broker has confirmed. Fails at once without a connection instead of queueing: a
 * message that was reported as failed must not be delivered minutes later.
 */
@ApplicationScoped
public class Broker {

    private static final int PERSISTENT = 2;

    private final Map<String, MutinyEmitter<Buffer>> emitters;
    private final WatchedConnections connections;
    private final ObjectMapper json;
    private final int maxUnconfirmed;
    private final Map<String, AtomicInteger> unconfirmed =
            Map.of(Topology.OTP_MAIL, new AtomicInteger(), Topology.USER_EVENTS, new AtomicInteger());

    Broker(
            @Channel(Topology.OTP_MAIL) MutinyEmitter<Buffer> mails,
            @Channel(Topology.USER_EVENTS) MutinyEmitter<Buffer> events,
            WatchedConnections connections,
            ObjectMapper json,
            BrokerConfig config) {
        this.emitters = Map.of(Topology.OTP_MAIL, mails, Topology.USER_EVENTS, events);
        this.connections = connections;
        this.json = json;
        this.maxUnconfirmed = config.maxUnconfirmed();
    }

    /**
     * Publishes {@code body} as JSON to the exchange {@code channel}; fails without a confirm within {@code timeout}.
     */
    public Uni<Void> publish(String channel, String routingKey, Object body, Duration timeout) {
        return Uni.createFrom().deferred(() -> {
            var waiting = Objects.requireNonNull(unconfirmed.get(channel), channel);
            if (!connections.of(channel).isOpen() || waiting.get() >= maxUnconfirmed) {
                return Uni.createFrom()
                        .failure(new BrokerUnavailable("not connected, or too many unconfirmed messages"));
            }
            waiting.incrementAndGet();
            return Objects.requireNonNull(emitters.get(channel), channel)
                    .sendMessage(Message.of(encode(body), Metadata.of(metadata(routingKey))))
                    .ifNoItem()
                    .after(timeout)
                    .failWith(() -> new BrokerUnavailable("no publisher confirm in time"))
                    .onTermination()
                    .invoke(waiting::decrementAndGet);
        });
    }

    private Buffer encode(Object body) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(body));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static OutgoingRabbitMQMetadata metadata(String routingKey) {
        var metadata = OutgoingRabbitMQMetadata.builder()
                .withRoutingKey(routingKey)
                .withContentType("application/json")
                .withDeliveryMode(PERSISTENT);
        var requestId = RequestIds.current();
        if (requestId != null) {
            metadata.withHeader(Headers.REQUEST_ID, requestId);
        }
        return metadata.build();
    }
}
