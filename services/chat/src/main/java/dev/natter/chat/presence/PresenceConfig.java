package dev.natter.chat.presence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How long this replica is believed to be there, and how long it waits for others. */
@ConfigMapping(prefix = "natter.presence")
public interface PresenceConfig {

    /** How long a connection counts as open after its lease was last renewed. */
    @WithDefault("40s")
    Duration lease();

    /** How often leases are renewed. */
    @WithDefault("13s")
    Duration renewal();

    /** How often a replica says that it is alive. */
    @WithDefault("10s")
    Duration beat();

    /** How often the routing table is brought in line with the leases. */
    @WithDefault("30s")
    Duration snapshot();

    /** How long a replica that is not heard of is taken to be alive; with the lease, what a killed one costs. */
    @WithDefault("40s")
    Duration silence();

    /** How long an arriving user waits for the others to know of him; who is later than this is waited for no more. */
    @WithDefault("2s")
    Duration patience();

    /** How long one round trip to Redis may take. */
    @WithDefault("2s")
    Duration redisTimeout();

    /** How many users one event, one batch of leases and one page of a snapshot may hold. */
    @WithDefault("500")
    @Min(1) @Max(10_000) int page();
}
