package dev.natter.chat.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Connections to one replica and what comes to them, for tests of other features. */
public final class LocalSockets {

    private static final int PLENTY = 1_000_000;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DeliveryMetrics metrics = new DeliveryMetrics(registry);
    private final Connections connections;
    private final FrameEncoder encoder;
    private final LocalDelivery local;
    private final Map<String, AssertSubscriber<String>> subscribers = new HashMap<>();

    public LocalSockets(ObjectMapper json, Clock clock, Timers timers) {
        var limits = new Limits(PLENTY, PLENTY, Duration.ofMillis(250), 4, PLENTY);
        connections = new Connections(limits, metrics, registry);
        encoder = new FrameEncoder(json);
        local = new LocalDelivery(connections, new Sequencer(limits, clock, timers, metrics), metrics, clock);
    }

    /** Opens a connection, which takes whatever comes. */
    public void open(String id, String userId) {
        var connection = connections.open(id, userId, "session of " + id, Runnable::run);
        connection.open("ready");
        var subscriber = AssertSubscriber.<String>create(PLENTY);
        connection.frames().subscribe(subscriber);
        subscribers.put(id, subscriber);
    }

    /** Closes it. */
    public void close(String id) {
        connections.gone(id);
    }

    /** What has come to it after {@code ready}. */
    public List<String> framesOf(String id) {
        var items = subscribers.get(id).getItems();
        return List.copyOf(items.subList(1, items.size()));
    }

    public Connections connections() {
        return connections;
    }

    /** The door for what every replica tells its own connections. */
    public HereOnly hereOnly() {
        return new HereOnly(encoder, local);
    }
}
