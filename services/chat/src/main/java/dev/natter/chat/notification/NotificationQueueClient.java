package dev.natter.chat.notification;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.NoOpMetricsCollector;
import dev.natter.events.Topology;
import io.smallrye.reactive.messaging.ClientCustomizer;
import io.vertx.rabbitmq.RabbitMQOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.Config;

/**
 * Declares the queue of notifications on each new connection, exactly as the mail service does, and before anything is
 * published on it: the broker confirms a message that no queue takes, and drops it.
 */
@ApplicationScoped
class NotificationQueueClient implements ClientCustomizer<RabbitMQOptions> {

    private static final Map<String, Object> ARGUMENTS = Map.of(
            "x-queue-type", "quorum",
            "x-dead-letter-exchange", Topology.NOTIFICATIONS_DLX,
            "x-dead-letter-routing-key", Topology.NOTIFICATIONS);

    @Override
    public RabbitMQOptions customize(String channel, Config config, RabbitMQOptions options) {
        return channel.equals(Notifications.CHANNEL) ? options.setMetricsCollector(new Declaration()) : options;
    }

    /** The client library reports new connections, reconnects included, only to a metrics collector. */
    private static final class Declaration extends NoOpMetricsCollector {

        @Override
        public void newConnection(Connection connection) {
            try (var channel = connection.createChannel()) {
                channel.exchangeDeclare(Topology.NOTIFICATIONS, BuiltinExchangeType.DIRECT, true);
                channel.queueDeclare(Topology.NOTIFICATIONS, true, false, false, ARGUMENTS);
                channel.queueBind(Topology.NOTIFICATIONS, Topology.NOTIFICATIONS, Topology.NOTIFICATIONS);
            } catch (IOException | TimeoutException failure) {
                // The library opens another connection; this one would leak.
                connection.abort();
                throw new IllegalStateException("cannot declare the queue of notifications", failure);
            }
        }
    }
}
