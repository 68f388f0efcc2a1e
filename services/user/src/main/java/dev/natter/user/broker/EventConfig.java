package dev.natter.user.broker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Publishing of events about accounts and sessions. */
@ConfigMapping(prefix = "natter.events")
public interface EventConfig {

    /** Maximum time that a request waits for the confirm of an event; later the sweep publishes it again. */
    @WithDefault("1s")
    Duration confirmTimeout();

    /** Delay before an unconfirmed event is published again. */
    @WithDefault("10s")
    Duration retryAfter();

    /** Interval between sweeps for unconfirmed events. */
    @WithDefault("5s")
    Duration sweepInterval();

    /** Maximum number of events published again in one sweep. */
    @WithDefault("200")
    int sweepBatch();
}
