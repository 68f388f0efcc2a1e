package dev.natter.boot;

import java.util.Map;

/** Turns tracing on if the environment names a collector. */
final class Traces {

    private static final Map<String, String> ON =
            Map.of("natter.traces.enabled", "true", "quarkus.otel.sdk.disabled", "false");

    private Traces() {}

    /** The Quarkus settings for tracing; none if it is off. */
    static Map<String, String> settings(Map<String, String> environment) {
        return environment.getOrDefault("NATTER_TRACES_URL", "").isBlank() ? Map.of() : ON;
    }
}
