package dev.natter.chat.delivery.remote;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Whether this replica is connected to the broker: when all four channels between replicas are open, and consumed from
 * where they are incoming, and have been so for a second, since a channel that has just opened still declares its exchange.
 * Fires a {@link BrokerState} for each change: for a loss at once, for a return a second later.
 */
@ApplicationScoped
class BrokerConnectionMonitor {

    static final String FANOUT_IN = "presence-fanout";
    static final String FANOUT_OUT = "presence-fanout-out";
    static final String DELIVERY_IN = "chat-delivery";
    static final String DELIVERY_OUT = "chat-delivery-out";
    static final Set<String> CHANNELS = Set.of(FANOUT_IN, FANOUT_OUT, DELIVERY_IN, DELIVERY_OUT);

    private static final Logger LOG = Logger.getLogger(BrokerConnectionMonitor.class);

    private final Event<BrokerState> events;
    /** Outgoing channels are opened by the first event that is sent over them, and count as open until then. */
    private final Set<String> open = new HashSet<>(Set.of(FANOUT_OUT, DELIVERY_OUT));

    private boolean settled;
    private volatile boolean up;

    BrokerConnectionMonitor(Event<BrokerState> events) {
        this.events = events;
    }

    boolean isUp() {
        return up;
    }

    /** A channel is open, and consumed from if it is incoming. */
    synchronized void opened(String channel) {
        open.add(channel);
        settled = false;
    }

    /** A channel is closed, for whatever reason. */
    synchronized void closed(String channel) {
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
        if (!up && settled && open.size() == CHANNELS.size()) {
            up = true;
            LOG.info("The connection to the broker is established");
            events.fire(BrokerState.ESTABLISHED);
        }
        settled = true;
    }
}
