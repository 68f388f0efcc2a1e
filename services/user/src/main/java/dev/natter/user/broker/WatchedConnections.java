package dev.natter.user.broker;

import dev.natter.events.Topology;
import io.smallrye.reactive.messaging.ClientCustomizer;
import io.vertx.rabbitmq.RabbitMQOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.Config;

/** Hands each outgoing channel its {@link WatchedConnection}. */
@ApplicationScoped
class WatchedConnections implements ClientCustomizer<RabbitMQOptions> {

    private final Map<String, WatchedConnection> connections = Map.of(
            Topology.OTP_MAIL, new WatchedConnection(MailQueue::declareOn),
            // Its exchange is declared by the connector, and its queues belong to those who listen.
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
