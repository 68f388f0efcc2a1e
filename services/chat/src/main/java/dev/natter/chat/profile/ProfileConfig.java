package dev.natter.chat.profile;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How profiles are brought here. */
@ConfigMapping(prefix = "natter.profile")
interface ProfileConfig {

    /** Whether to import all profiles from the user service again at start. */
    @WithDefault("false")
    boolean rebuild();

    /** Maximum time of one call to the user service. */
    @WithDefault("1s")
    Duration timeout();

    /** Delay before a failed import is retried. */
    Duration fillRetry();
}
