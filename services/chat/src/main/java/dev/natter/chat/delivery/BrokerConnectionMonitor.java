package dev.natter.chat.delivery;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.NoOpMetricsCollector;
import dev.natter.chat.delivery.PeerSender.BrokerState;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.reactive.messaging.ClientCustomizer;
import io.vertx.rabbitmq.RabbitMQOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whether this replica is connected to the broker: all four channels between replicas are open, and consumed from where they
 * are incoming, and have been for a second, since a channel that has just opened still declares its exchange. Fires a {@link
 * BrokerState} for each change.
 *
 * <p>The messaging connector reconnects without notice; the client below it reports to a metrics collector at once.
 */
@ApplicationScoped
class BrokerConnectionMonitor implements ClientCustomizer<RabbitMQOptions> {

    static final String FANOUT_IN = "presence-fanout";
    static final String FANOUT_OUT = "presence-fanout-out";
    static final String DELIVERY_IN = "chat-delivery";
    static final String DELIVERY_OUT = "chat-delivery-out";

    private static final Logger LOG = Logger.getLogger(BrokerConnectionMonitor.class);
    private static final Set<String> INCOMING = Set.of(FANOUT_IN, DELIVERY_IN);
    private static final Set<String> OUTGOING = Set.of(FANOUT_OUT, DELIVERY_OUT);

    private final Event<BrokerState> events;
    /** Outgoing channels are opened by the first event that is sent over them, and count as open until then. */
    private final Set<String> open = new HashSet<>(OUTGOING);

    private boolean settled;
    private volatile boolean up;

    BrokerConnectionMonitor(Event<BrokerState> events) {
        this.events = events;
    }

    boolean isUp() {
        return up;
    }

    @Override
    public RabbitMQOptions customize(String channel, Config channelConfig, RabbitMQOptions options) {
        return INCOMING.contains(channel) || OUTGOING.contains(channel)
                ? options.setMetricsCollector(new ChannelCollector(channel))
                : options;
    }

    private synchronized void opened(String channel) {
        open.add(channel);
        settled = false;
    }

    private synchronized void closed(String channel) {
        open.remove(channel);
        if (up) {
            up = false;
            LOG.warn("The connection to the broker is lost");
            events.fire(BrokerState.LOST);
        }
    }

    /** Declares the connection established when nothing has happened to it for a second. */
    @Scheduled(every = "1s", skipExecutionIf = ApplicationNotRunning.class)
    synchronized void settle() {
        if (!up && settled && open.size() == INCOMING.size() + OUTGOING.size()) {
            up = true;
            LOG.info("The connection to the broker is established");
            events.fire(BrokerState.ESTABLISHED);
        }
        settled = true;
    }

    private final class ChannelCollector extends NoOpMetricsCollector {

        private final String name;
        private @Nullable Channel current;

        ChannelCollector(String name) {
            this.name = name;
        }

        @Override
        public void newChannel(Channel channel) {
            if (OUTGOING.contains(name)) {
                openChannel(channel);
            }
        }

        /** Reported when the consumer is registered, and so after its queue is declared and bound. */
        @Override
        public void basicConsume(Channel channel, String consumerTag, boolean autoAck) {
            openChannel(channel);
        }

        @Override
        public void basicCancel(Channel channel, String consumerTag) {
            closeChannel(channel);
        }

        private void openChannel(Channel channel) {
            synchronized (this) {
                current = channel;
                opened(name);
            }
            // The collector is not called for what breaks. Not under our lock, because this takes the channel's.
            channel.addShutdownListener(cause -> closeChannel(channel));
        }

        /** May be called for an old channel after its successor was opened. */
        @Override
        public synchronized void closeChannel(Channel channel) {
            if (channel.equals(current)) {
                current = null;
                closed(name);
            }
        }

        @Override
        public synchronized void closeConnection(Connection connection) {
            if (current != null && connection.equals(current.getConnection())) {
                closeChannel(current);
            }
        }
    }
}
