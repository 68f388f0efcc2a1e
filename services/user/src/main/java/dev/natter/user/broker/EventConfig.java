package dev.natter.user.broker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the other services are told what has happened to accounts and sessions. */
@ConfigMapping(prefix = "natter.events")
public interface EventConfig {

    /** How long a request waits for the broker to confirm an event; the sweep sees to the rest. */
    @WithDefault("1s")
    Duration confirmPatience();

    /** How long after an event that was not confirmed it is told again. */
    @WithDefault("10s")
    Duration retryAfter();

    /** How often to look for events that were not confirmed. */
    @WithDefault("5s")
    Duration sweepInterval();

    /** How many of them to tell again in one sweep. */
    @WithDefault("200")
    int sweepBatch();
}
