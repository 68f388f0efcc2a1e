package dev.natter.boot.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The gauges {@code natter_ready}, one for each check of {@code /q/health/ready}: 1 while it is up, otherwise 0. Kubernetes
 * probes {@code /q/health/started}, so that an unavailable backing server takes no replica out of its Service; an alert
 * watches these instead.
 */
@ApplicationScoped
public class ReadinessMetric {

    /** Longer than the checks take, each of which is bounded. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final SmallRyeHealthReporter health;
    private final MeterRegistry metrics;
    private final Map<String, AtomicInteger> gauges = new ConcurrentHashMap<>();

    ReadinessMetric(SmallRyeHealthReporter health, MeterRegistry metrics) {
        this.health = health;
        this.metrics = metrics;
    }

    /** Runs the checks and keeps what they say. Never fails. */
    @Scheduled(identity = "readiness-metric", every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> update() {
        return health.getReadinessAsync()
                .ifNoItem()
                .after(TIMEOUT)
                .fail()
                .invoke(this::keep)
                .onFailure()
                .invoke(failure -> {
                    Log.debugf("Readiness is unknown: %s", failure);
                    gauges.values().forEach(gauge -> gauge.set(0));
                })
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void keep(SmallRyeHealth checked) {
        for (var check : checked.getPayload().getJsonArray("checks").getValuesAs(JsonObject.class)) {
            gauges.computeIfAbsent(check.getString("name"), this::gauge)
                    .set("UP".equals(check.getString("status")) ? 1 : 0);
        }
    }

    private AtomicInteger gauge(String check) {
        return metrics.gauge("natter.ready", Tags.of("check", check), new AtomicInteger());
    }
}
