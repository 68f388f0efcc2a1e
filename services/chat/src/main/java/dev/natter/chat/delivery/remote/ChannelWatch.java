package dev.natter.chat.delivery.remote;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.NoOpMetricsCollector;
import io.smallrye.reactive.messaging.ClientCustomizer;
import io.vertx.rabbitmq.RabbitMQOptions;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Tells {@link BrokerConnectionMonitor} when a channel between replicas opens or closes. The messaging connector reconnects
 * without notice; the client below it reports to a metrics collector, at the moment it happens and not at the next check.
 */
@ApplicationScoped
class ChannelWatch implements ClientCustomizer<RabbitMQOptions> {

    private final BrokerConnectionMonitor monitor;

    ChannelWatch(BrokerConnectionMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public RabbitMQOptions customize(String channel, Config channelConfig, RabbitMQOptions options) {
        if (!BrokerConnectionMonitor.CHANNELS.contains(channel)) {
            return options;
        }
        return options.setMetricsCollector(new Watch(monitor, channel));
    }

    private static final class Watch extends NoOpMetricsCollector {

        private final BrokerConnectionMonitor monitor;
        private final String name;
        private @Nullable Channel current;

        Watch(BrokerConnectionMonitor monitor, String name) {
            this.monitor = monitor;
            this.name = name;
        }

        @Override
        public void newChannel(Channel channel) {
            if (!name.equals(BrokerConnectionMonitor.FANOUT_IN) && !name.equals(BrokerConnectionMonitor.DELIVERY_IN)) {
                opened(channel);
            }
        }

        /** Reported when the consumer is registered, and so after its queue is declared and bound. */
        @Override
        public void basicConsume(Channel channel, String consumerTag, boolean autoAck) {
            opened(channel);
        }

        @Override
        public void basicCancel(Channel channel, String consumerTag) {
            closeChannel(channel);
        }

        private void opened(Channel channel) {
            synchronized (this) {
                current = channel;
                monitor.opened(name);
            }
            // A collector is told of what we close, and not of what breaks. Without our lock, for this takes the
            // channel's.
            channel.addShutdownListener(cause -> closeChannel(channel));
        }

        /** News of an old channel may come after those of its successor. */
        @Override
        public synchronized void closeChannel(Channel channel) {
            if (channel.equals(current)) {
                current = null;
                monitor.closed(name);
            }
        }

        @Override
        public synchronized void closeConnection(Connection connection) {
            if (current != null && connection.equals(current.getConnection())) {
                current = null;
                monitor.closed(name);
            }
        }
    }
}
