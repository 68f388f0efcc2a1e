package dev.natter.chat.routing;

import dev.natter.testing.TestClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;

/** The routing of one replica, over a Redis that several share. */
public final class TestRouting {

    private final String replicaId;
    private final Leases leases;
    private final TestClock clock;
    private final RoutingConfig config = new TestRoutingConfig();
    private final RouteLookup lookup;
    private ConnectionRegistry registry;
    private LeaseSchedule schedule;

    public TestRouting(String replicaId, FakeRedis redis, TestClock clock) {
        this.replicaId = replicaId;
        this.leases = redis.of(replicaId);
        this.clock = clock;
        this.lookup = new RouteLookup(leases, config, clock, new SimpleMeterRegistry());
    }

    /** The listener to changes; it may need the lookup itself. */
    public void start(RouteListener listener) {
        registry = new ConnectionRegistry(() -> replicaId, leases, lookup, listener, config, clock);
        schedule = new LeaseSchedule(registry, leases, lookup, listener, config, clock);
    }

    /** Whether routes can be looked up, as far as this replica knows. */
    public boolean isAvailable() {
        return lookup.isAvailable();
    }

    public RouteLookup lookup() {
        return lookup;
    }

    public ConnectionRegistry registry() {
        return registry;
    }

    /** What happens every second. */
    public Uni<Void> tick() {
        return schedule.tick();
    }
}
