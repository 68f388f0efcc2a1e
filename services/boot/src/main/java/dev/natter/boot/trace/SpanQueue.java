package dev.natter.boot.trace;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** Bounded number of ended spans that wait for their export; further ones are dropped. */
final class SpanQueue {

    private final int most;
    private final Counter exported;
    private final Counter lost;
    private final Counter dropped;
    private final AtomicInteger waiting = new AtomicInteger();

    SpanQueue(int most, MeterRegistry metrics) {
        this.most = most;
        this.exported = counter(metrics, "exported");
        this.lost = counter(metrics, "lost");
        this.dropped = counter(metrics, "dropped");
    }

    private static Counter counter(MeterRegistry metrics, String outcome) {
        return Counter.builder("natter.traces.spans")
                .description("Spans exported, whose export failed (lost), and dropped because too many waited")
                .tag("outcome", outcome)
                .register(metrics);
    }

    /** Reserves room for one span; if there is none, counts it as dropped and returns false. */
    boolean enter() {
        if (waiting.incrementAndGet() <= most) {
            return true;
        }
        waiting.decrementAndGet();
        dropped.increment();
        return false;
    }

    /** Releases spans, all exported or all lost. */
    void leave(int spans, boolean isExported) {
        waiting.addAndGet(-spans);
        (isExported ? exported : lost).increment(spans);
    }
}
