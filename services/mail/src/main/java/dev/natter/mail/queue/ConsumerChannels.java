package dev.natter.mail.queue;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.NoOpMetricsCollector;
import io.quarkus.logging.Log;
import io.smallrye.reactive.messaging.ClientCustomizer;
import io.vertx.rabbitmq.RabbitMQOptions;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The channels that the connector consumes on, observed through the RabbitMQ client's metrics. The connector (SmallRye 4.33)
 * acknowledges on its current channel whichever channel a message came in on; after a reconnection the same delivery tag
 * names another message there, which would be lost. So only messages of an open channel are acknowledged.
 */
@Singleton
class ConsumerChannels implements ClientCustomizer<RabbitMQOptions> {

    private static final int ABORT_MILLIS = 2_000;

    private final Map<String, Channel> byConsumerTag = new ConcurrentHashMap<>();
    private final Map<String, ChannelConnection> connections = new ConcurrentHashMap<>();

    /** The connector has a connection for each of its channels. */
    @Override
    public RabbitMQOptions customize(String channel, Config config, RabbitMQOptions options) {
        return options.setMetricsCollector(connections.computeIfAbsent(channel, ChannelConnection::new));
    }

    /** Whether a message that this consumer received can still be acknowledged. */
    boolean isOpen(String consumerTag) {
        var channel = byConsumerTag.get(consumerTag);
        return channel != null && channel.isOpen();
    }

    /** Cancels every consumer. Blocks until the broker has confirmed it. */
    void cancel() {
        byConsumerTag.forEach((consumerTag, channel) -> {
            try {
                channel.basicCancel(consumerTag);
            } catch (IOException | AlreadyClosedException gone) {
                Log.debug("the channel is closed already", gone);
            }
        });
    }

    /**
     * Closes every connection, all at the same time, within two seconds, even when the broker does not answer.
     */
    void abort() {
        CompletableFuture.allOf(connections.values().stream()
                        .map(each -> CompletableFuture.runAsync(each::abort))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    /** The connection for one channel of the connector. */
    private final class ChannelConnection extends NoOpMetricsCollector {

        private final String name;
        private volatile @Nullable Connection connection;

        ChannelConnection(String name) {
            this.name = name;
        }

        /** The Vert.x client leaves a connection open on which it could not declare the queue, and opens another one. */
        @Override
        public void newConnection(Connection opened) {
            Log.infof("connected to the broker for %s", name);
            abort();
            connection = opened;
        }

        @Override
        public void basicConsume(Channel channel, String consumerTag, boolean autoAck) {
            byConsumerTag.put(consumerTag, channel);
            channel.addShutdownListener(cause -> {
                Log.warnf("no longer consuming %s: %s", name, cause.getMessage());
                byConsumerTag.remove(consumerTag, channel);
            });
        }

        void abort() {
            var open = connection;
            if (open != null && open.isOpen()) {
                open.abort(ABORT_MILLIS);
            }
        }
    }
}
