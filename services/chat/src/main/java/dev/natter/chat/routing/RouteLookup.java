package dev.natter.chat.routing;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Finds the replicas that hold a user's connections. A circuit breaker: the first lookup that fails or takes too long opens
 * it, until {@link LeaseSchedule} has reached Redis again and the recovery time is over. (Not that of SmallRye Fault
 * Tolerance: this one closes when the leases are renewed, not when a probe succeeds.)
 */
@ApplicationScoped
public class RouteLookup {

    private static final Logger LOG = Logger.getLogger(RouteLookup.class);

    private final Leases leases;
    private final RoutingConfig config;
    private final Clock clock;
    private volatile boolean open;
    private volatile long closedFrom;

    RouteLookup(Leases leases, RoutingConfig config, Clock clock, MeterRegistry metrics) {
        this.leases = leases;
        this.config = config;
        this.clock = clock;
        metrics.gauge("natter.routing.available", this, lookup -> lookup.isAvailable() ? 1 : 0);
    }

    /** As {@link Leases#find}. Fails within the lookup timeout when Redis is unavailable. */
    public CompletionStage<Map<String, Set<String>>> find(Collection<String> userIds) {
        if (!isAvailable()) {
            return CompletableFuture.failedStage(new RoutesUnavailableException());
        }
        try {
            return leases.find(userIds)
                    .toCompletableFuture()
                    .orTimeout(config.lookupTimeout().toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((found, failure) -> {
                        if (failure != null) {
                            failed(failure);
                        }
                    });
        } catch (RuntimeException refused) {
            failed(refused);
            return CompletableFuture.failedStage(refused);
        }
    }

    boolean isAvailable() {
        return !open && clock.millis() >= closedFrom;
    }

    /** Whether Redis could not be reached when it was last tried. */
    boolean isOpen() {
        return open;
    }

    void failed(Throwable failure) {
        if (!open) {
            open = true;
            LOG.warnf("Redis is unavailable, frames are broadcast to all replicas: %s", failure);
        }
    }

    /** Redis was reached, and this replica's leases are renewed. */
    void succeeded() {
        if (open) {
            closedFrom = clock.millis() + config.recovery().toMillis();
            open = false;
            LOG.info("Redis is available again");
        }
    }

    /** Routes cannot be looked up. Has no stack trace, because it is thrown for every batch while Redis is unavailable. */
    static final class RoutesUnavailableException extends RuntimeException {
        RoutesUnavailableException() {
            super("routes cannot be looked up", null, false, false);
        }
    }
}
