package dev.natter.boot.trace;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** Spans that have ended and that the collector has neither got nor missed: so many at most, and the others are dropped. */
final class Backlog {

    private final int most;
    private final Counter told;
    private final Counter lost;
    private final Counter dropped;
    private final AtomicInteger waiting = new AtomicInteger();

    Backlog(int most, MeterRegistry metrics) {
        this.most = most;
        this.told = counter(metrics, "told");
        this.lost = counter(metrics, "lost");
        this.dropped = counter(metrics, "dropped");
    }

    private static Counter counter(MeterRegistry metrics, String outcome) {
        return Counter.builder("natter.traces.spans")
                .description("Spans told to the collector, lost on the way to it, and dropped because too many waited")
                .tag("outcome", outcome)
                .register(metrics);
    }

    /** Whether there is room for one more; if not, it is counted as dropped. */
    boolean enter() {
        if (waiting.incrementAndGet() <= most) {
            return true;
        }
        waiting.decrementAndGet();
        dropped.increment();
        return false;
    }

    /** So many have gone, all to the collector or all to nowhere. */
    void leave(int spans, boolean arrived) {
        waiting.addAndGet(-spans);
        (arrived ? told : lost).increment(spans);
    }
}
