package dev.natter.chat.routing;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.natter.chat.routing.Leases.Departure;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Renews this replica's leases when they are due, sweeps expired ones, and probes Redis while it is unavailable. */
@ApplicationScoped
class LeaseSchedule {

    private static final int MAX_CONCURRENCY = 8;

    private final ConnectionRegistry registry;
    private final Leases leases;
    private final RouteLookup routes;
    private final RouteListener listener;
    private final RoutingConfig config;
    private final Clock clock;
    private volatile long renewAt;
    private volatile long sweepAt;
    private volatile boolean wasAvailable = true;

    LeaseSchedule(
            ConnectionRegistry registry,
            Leases leases,
            RouteLookup routes,
            RouteListener listener,
            RoutingConfig config,
            Clock clock) {
        this.registry = registry;
        this.leases = leases;
        this.routes = routes;
        this.listener = listener;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = SKIP, skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> tick() {
        return renew().chain(this::sweep)
                .onFailure()
                .invoke(this::failed)
                .onFailure()
                .recoverWithNull()
                .invoke(this::compare);
    }

    private void compare() {
        var isAvailable = routes.isAvailable();
        if (isAvailable && !wasAvailable) {
            listener.recovered();
        }
        wasAvailable = isAvailable;
    }

    private Uni<Void> renew() {
        var now = clock.millis();
        if (now < renewAt && !routes.isOpen()) {
            return registry.writeMissing();
        }
        return registry.renew().invoke(() -> {
            renewAt = now + config.renewal().toMillis();
            routes.succeeded();
        });
    }

    private Uni<Void> sweep() {
        return clock.millis() < sweepAt
                ? Uni.createFrom().voidItem()
                : leases.sweep()
                        .onItem()
                        .transformToMulti(Multi.createFrom()::iterable)
                        .onItem()
                        .transformToUni(this::gone)
                        .merge(MAX_CONCURRENCY)
                        .onItem()
                        .ignoreAsUni();
    }

    private Uni<Void> gone(Departure gone) {
        if (ConnectionRegistry.isReplica(gone.userId())) {
            listener.replicaDied();
            return Uni.createFrom().voidItem();
        }
        return listener.offline(gone.userId(), gone.lastSeenAt(), gone.version());
    }

    /** All replicas may have been unable to renew: they get the time to do so before any user counts as gone. */
    private void failed(Throwable failure) {
        routes.failed(failure);
        sweepAt = clock.millis() + config.renewal().toMillis();
    }
}
