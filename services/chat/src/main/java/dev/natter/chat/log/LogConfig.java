package dev.natter.chat.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How much may wait for one log. */
@ConfigMapping(prefix = "natter.message")
interface LogConfig {

    /** How many appends to one conversation may wait on one replica before more are refused. */
    @Min(1) @WithDefault("1000")
    int maxWaiting();

    /** How long an append may wait for its turn, and be retried, before it is refused. */
    @WithDefault("5S")
    Duration maxWait();
}
