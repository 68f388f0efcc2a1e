package dev.natter.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts errors by their stable code, so that operators see why requests fail. */
@ApplicationScoped
public class ErrorMetrics {

    private final MeterRegistry registry;

    ErrorMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Counts one error. The number of codes is bounded. */
    public void count(String code) {
        Counter.builder("natter.refusals")
                .description("Problem responses and error frames, by code")
                .tag("code", code)
                .register(registry)
                .increment();
    }
}
