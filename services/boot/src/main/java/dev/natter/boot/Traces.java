package dev.natter.boot;

import java.util.Map;

/** Whether this process traces: only where the environment says where traces go. */
final class Traces {

    private static final Map<String, String> ON =
            Map.of("natter.traces.enabled", "true", "quarkus.otel.sdk.disabled", "false");

    private Traces() {}

    /** The platform's settings that follow from it; none for a process that does not trace. */
    static Map<String, String> settings(Map<String, String> environment) {
        return environment.getOrDefault("NATTER_TRACES_URL", "").isBlank() ? Map.of() : ON;
    }
}
