package dev.natter.boot;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What {@code /q/health/ready} answers for each check, as the metric {@code natter_ready} (1 or 0). On Kubernetes no probe asks
 * for it, because a backing server that is unavailable is so for all replicas; an alert does.
 */
@ApplicationScoped
class ReadinessMetric {

    private final SmallRyeHealthReporter reporter;
    private final MeterRegistry metrics;
    private final Map<String, AtomicInteger> checks = new ConcurrentHashMap<>();

    ReadinessMetric(SmallRyeHealthReporter reporter, MeterRegistry metrics) {
        this.reporter = reporter;
        this.metrics = metrics;
    }

    @Scheduled(
            every = "5s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> measure() {
        return reporter.getReadinessAsync().invoke(this::record).replaceWithVoid();
    }

    void record(SmallRyeHealth health) {
        for (var check : health.getPayload().getJsonArray("checks").getValuesAs(JsonObject.class)) {
            checks.computeIfAbsent(check.getString("name"), this::gauge)
                    .set(check.getString("status").equals("UP") ? 1 : 0);
        }
    }

    private AtomicInteger gauge(String check) {
        var value = new AtomicInteger();
        metrics.gauge("natter.ready", Tags.of("check", check), value);
        return value;
    }
}
