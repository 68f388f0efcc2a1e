package dev.natter.local.stack.service;

import java.time.Duration;

/** How long to wait before a service that ended is started again: longer each time, unless it ran well in between. */
final class Backoff {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration RAN_WELL = Duration.ofMinutes(1);

    private Duration next = Duration.ofSeconds(1);

    Duration after(Duration lifetime) {
        if (lifetime.compareTo(RAN_WELL) >= 0) {
            next = Duration.ofSeconds(1);
        }
        var pause = next;
        var doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }
}
