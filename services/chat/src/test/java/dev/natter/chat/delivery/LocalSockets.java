package dev.natter.chat.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Connections to one replica and what comes to them, for tests of other features. */
public final class LocalSockets {

    private static final int PLENTY = 1_000_000;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DeliveryMetrics metrics = new DeliveryMetrics(registry);
    private final Connections connections;
    private final LatestVersions latestVersions = new LatestVersions();
    private final LocalDelivery local;
    private final Map<String, AssertSubscriber<String>> subscribers = new HashMap<>();

    public LocalSockets(ObjectMapper json, Clock clock, Timers timers) {
        var limits = Limits.large(PLENTY);
        connections = new Connections(limits, metrics, registry);
        local = new LocalDelivery(
                connections,
                new ReorderBuffer(limits, clock, timers, metrics),
                latestVersions,
                json,
                metrics,
                clock,
                timers,
                limits);
    }

    /** Opens a connection, which takes whatever comes. */
    public void open(String id, String userId) {
        enter(id, userId);
        ready(id);
    }

    /** Enters a connection, for which frames are queued until it is ready. */
    public void enter(String id, String userId) {
        var connection = connections.open(id, userId, Runnable::run);
        var subscriber = AssertSubscriber.<String>create(PLENTY);
        connection.frames().subscribe(subscriber);
        subscribers.put(id, subscriber);
    }

    /** Sends {@code ready} and what was queued. */
    public void ready(String id) {
        var connection = connections.find(id);
        if (connection != null) {
            connection.open("ready");
        }
    }

    /** Closes it. */
    public void close(String id) {
        connections.gone(id);
    }

    /** What has come to it after {@code ready}. */
    public List<String> framesOf(String id) {
        var items = subscribers.get(id).getItems();
        return items.isEmpty() ? List.of() : List.copyOf(items.subList(1, items.size()));
    }

    public Connections connections() {
        return connections;
    }

    public LocalDelivery local() {
        return local;
    }

    public LatestVersions latestVersions() {
        return latestVersions;
    }

    public DeliveryMetrics metrics() {
        return metrics;
    }
}
