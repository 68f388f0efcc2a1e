package dev.natter.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what is refused, by the stable code that programs get: whoever operates this sees why people are turned away. */
@ApplicationScoped
public class Refusals {

    private final MeterRegistry registry;

    Refusals(MeterRegistry registry) {
        this.registry = registry;
    }

    /** One more with this code, which is one of a known few. */
    public void count(String code) {
        Counter.builder("natter.refusals")
                .description("Answers that were problems, and frames that were errors, by their code")
                .tag("code", code)
                .register(registry)
                .increment();
    }
}
