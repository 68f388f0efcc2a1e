package dev.natter.chat.replica;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.NoOpMetricsCollector;
import io.smallrye.reactive.messaging.ClientCustomizer;
import io.vertx.rabbitmq.RabbitMQOptions;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Listens to the life of the replica channels' connections. The messaging connector reconnects by itself and tells nobody;
 * the client below it reports to a metrics collector, at the moment it happens and not at the next health check.
 */
@ApplicationScoped
class LinkWatch implements ClientCustomizer<RabbitMQOptions> {

    private final ChannelLink link;

    LinkWatch(ChannelLink link) {
        this.link = link;
    }

    @Override
    public RabbitMQOptions customize(String channel, Config channelConfig, RabbitMQOptions options) {
        if (!ChannelLink.CHANNELS.contains(channel)) {
            return options;
        }
        return options.setMetricsCollector(new Watch(link, channel));
    }

    private static final class Watch extends NoOpMetricsCollector {

        private final ChannelLink link;
        private final String name;
        private @Nullable Channel current;

        Watch(ChannelLink link, String name) {
            this.link = link;
            this.name = name;
        }

        @Override
        public void newChannel(Channel channel) {
            if (!name.equals(ChannelLink.FANOUT_IN) && !name.equals(ChannelLink.DELIVERY_IN)) {
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
                link.opened(name);
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
                link.closed(name);
            }
        }

        @Override
        public synchronized void closeConnection(Connection connection) {
            if (current != null && connection.equals(current.getConnection())) {
                current = null;
                link.closed(name);
            }
        }
    }
}
