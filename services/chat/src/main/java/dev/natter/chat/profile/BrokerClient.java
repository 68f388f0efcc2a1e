package dev.natter.chat.profile;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.NoOpMetricsCollector;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.ClientCustomizer;
import io.vertx.core.Vertx;
import io.vertx.rabbitmq.RabbitMQOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Answers a message of {@code user-events} on the channel that it came in on. The connector would answer on whichever channel
 * is open by then; after a reconnection the same number names another message there, which would be lost. A message of a
 * closed channel needs no answer: the broker delivers it again.
 */
@ApplicationScoped
class BrokerClient implements ClientCustomizer<RabbitMQOptions> {

    private static final String CHANNEL = "user-events";

    private final Vertx vertx;
    private final Map<String, Channel> byConsumer = new ConcurrentHashMap<>();

    BrokerClient(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public RabbitMQOptions customize(String channel, Config config, RabbitMQOptions options) {
        return channel.equals(CHANNEL) ? options.setMetricsCollector(new Watch(byConsumer)) : options;
    }

    /** The channel on which messages for this consumer come in now; null when it is closed already. */
    @Nullable Channel consuming(String consumerTag) {
        return byConsumer.get(consumerTag);
    }

    /** Takes the message off the queue, or gives it back. Never fails. */
    Uni<Void> answer(@Nullable Channel channel, long deliveryTag, boolean done) {
        if (channel == null || !channel.isOpen()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .completionStage(() -> vertx.<Void>executeBlocking(
                                () -> {
                                    write(channel, deliveryTag, done);
                                    return null;
                                },
                                false)
                        .toCompletionStage())
                .onFailure()
                .invoke(failure -> Log.debugf("a user event will come again: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private static void write(Channel channel, long deliveryTag, boolean done) throws IOException {
        if (done) {
            channel.basicAck(deliveryTag, false);
        } else {
            channel.basicNack(deliveryTag, false, true);
        }
    }

    /** Listens where the client reports its numbers: the connector does not publish the channel that it consumes on. */
    private static final class Watch extends NoOpMetricsCollector {

        private final Map<String, Channel> byConsumer;

        Watch(Map<String, Channel> byConsumer) {
            this.byConsumer = byConsumer;
        }

        @Override
        public void basicConsume(Channel channel, String consumerTag, boolean autoAck) {
            byConsumer.put(consumerTag, channel);
            channel.addShutdownListener(cause -> byConsumer.remove(consumerTag, channel));
        }
    }
}
