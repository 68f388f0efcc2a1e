package dev.natter.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TracesTest {

    @Test
    void nothingIsTracedUnlessTheEnvironmentSaysWhereItGoes() {
        assertThat(Traces.settings(Map.of())).isEmpty();
        assertThat(Traces.settings(Map.of("NATTER_TRACES_URL", " "))).isEmpty();
    }

    @Test
    void anAddressTurnsTracesOn() {
        assertThat(Traces.settings(Map.of("NATTER_TRACES_URL", "http://collector:4318")))
                .containsEntry("quarkus.otel.sdk.disabled", "false")
                .containsEntry("natter.traces.enabled", "true");
    }
}
