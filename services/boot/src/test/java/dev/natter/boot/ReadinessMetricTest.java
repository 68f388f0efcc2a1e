package dev.natter.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;

class ReadinessMetricTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final ReadinessMetric metric = new ReadinessMetric(new SmallRyeHealthReporter(), metrics);

    @Test
    void everyCheckHasAValueOfItsOwn() {
        metric.record(health("UP", "DOWN"));

        assertThat(value("MongoDB")).isEqualTo(1);
        assertThat(value("Redis")).isZero();
    }

    @Test
    void theValueIsThatOfTheLatestAnswer() {
        metric.record(health("UP", "DOWN"));
        metric.record(health("DOWN", "UP"));

        assertThat(value("MongoDB")).isZero();
        assertThat(value("Redis")).isEqualTo(1);
    }

    private double value(String check) {
        return metrics.get("natter.ready").tag("check", check).gauge().value();
    }

    private static SmallRyeHealth health(String mongodb, String redis) {
        return new SmallRyeHealth(Json.createObjectBuilder()
                .add("status", "DOWN")
                .add(
                        "checks",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("name", "MongoDB")
                                        .add("status", mongodb))
                                .add(Json.createObjectBuilder()
                                        .add("name", "Redis")
                                        .add("status", redis)))
                .build());
    }
}
