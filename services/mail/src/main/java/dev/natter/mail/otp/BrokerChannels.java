package dev.natter.mail.otp;

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
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Knows which channels the connector consumes on, by listening where the broker's client reports its numbers: the
 * connector itself tells neither that a channel has closed nor which one a message came in on.
 */
@Singleton
class BrokerChannels extends NoOpMetricsCollector implements ClientCustomizer<RabbitMQOptions> {

    private static final int FAREWELL_MILLIS = 2_000;

    private final Map<String, Channel> byConsumer = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Connection> latest = new AtomicReference<>();
    private final HeldDeliveries held;

    BrokerChannels(HeldDeliveries held) {
        this.held = held;
    }

    @Override
    public RabbitMQOptions customize(String channel, Config config, RabbitMQOptions options) {
        return options.setMetricsCollector(this);
    }

    /** The connector forgets, still open, a connection on which it could not declare its queue, and tries the next. */
    @Override
    public void newConnection(Connection connection) {
        Log.info("connected to the broker");
        var forgotten = latest.getAndSet(connection);
        if (forgotten != null && forgotten.isOpen()) {
            forgotten.abort(FAREWELL_MILLIS);
        }
    }

    @Override
    public void basicConsume(Channel channel, String consumerTag, boolean autoAck) {
        byConsumer.put(consumerTag, channel);
        channel.addShutdownListener(cause -> {
            Log.warnf("no longer consuming: %s", cause.getMessage());
            byConsumer.remove(consumerTag, channel);
            held.endThoseOf(channel);
        });
    }

    /** The open channel on which messages for that consumer come in. */
    Optional<Channel> consuming(String consumerTag) {
        return Optional.ofNullable(byConsumer.get(consumerTag));
    }

    /** Whether messages would come in now. */
    boolean consuming() {
        return byConsumer.values().stream().anyMatch(Channel::isOpen);
    }

    /** Asks the broker to send no more, and blocks until it has agreed. */
    void stopConsuming() {
        byConsumer.forEach((consumerTag, channel) -> {
            try {
                channel.basicCancel(consumerTag);
            } catch (IOException | AlreadyClosedException gone) {
                Log.debug("the broker is already gone", gone);
            }
        });
    }

    /** Closes the connection, in little time even when the broker is no longer there; what was written before it has. */
    void leave() {
        var connection = latest.get();
        if (connection != null) {
            connection.abort(FAREWELL_MILLIS);
        }
    }
}
