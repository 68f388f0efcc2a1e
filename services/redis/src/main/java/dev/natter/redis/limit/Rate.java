package dev.natter.redis.limit;

import java.time.Duration;

/** At most {@code times} within any stretch of time as long as {@code window}. */
public record Rate(int times, Duration window) {
    public Rate {
        if (times < 1 || window.toMillis() < 1) {
            throw new IllegalArgumentException("a rate allows at least one use per window of at least a millisecond");
        }
    }
}
