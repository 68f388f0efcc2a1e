package dev.natter.chat.routing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;

/** Users who have signed out a moment ago: they do not come back by reloading. */
@ApplicationScoped
class RecentLogouts {

    private static final int MAX_REMEMBERED = 10_000;

    private final Clock clock;
    private final RoutingConfig config;
    /** Oldest first. */
    private final LinkedHashMap<String, Instant> until = new LinkedHashMap<>();

    RecentLogouts(Clock clock, RoutingConfig config) {
        this.clock = clock;
        this.config = config;
    }

    synchronized void add(String userId) {
        var now = clock.instant();
        until.remove(userId);
        until.put(userId, now.plus(config.signedOut()));
        until.values().removeIf(end -> end.isBefore(now));
        if (until.size() > MAX_REMEMBERED) {
            until.remove(until.keySet().iterator().next());
        }
    }

    synchronized boolean contains(String userId) {
        var end = until.get(userId);
        return end != null && clock.instant().isBefore(end);
    }
}
