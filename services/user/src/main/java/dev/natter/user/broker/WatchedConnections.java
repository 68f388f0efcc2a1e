package dev.natter.user.broker;

import dev.natter.events.Topology;
import io.smallrye.reactive.messaging.ClientCustomizer;
import io.vertx.rabbitmq.RabbitMQOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.Config;

/** Attaches a {@link WatchedConnection} to each outgoing channel. */
@ApplicationScoped
class WatchedConnections implements ClientCustomizer<RabbitMQOptions> {

    private final Map<String, WatchedConnection> connections = Map.of(
            Topology.OTP_MAIL, new WatchedConnection(MailQueue::declareOn),
            // The connector declares the exchange, and the consumers their queues.
            Topology.USER_EVENTS, new WatchedConnection(connection -> {}));

    @Override
    public RabbitMQOptions customize(String channel, Config channelConfig, RabbitMQOptions options) {
        var watched = connections.get(channel);
        return watched == null ? options : options.setMetricsCollector(watched);
    }

    WatchedConnection of(String channel) {
        return Objects.requireNonNull(connections.get(channel), channel);
    }
}
