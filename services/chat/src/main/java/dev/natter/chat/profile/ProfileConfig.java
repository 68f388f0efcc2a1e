package dev.natter.chat.profile;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How profiles are brought here. */
@ConfigMapping(prefix = "natter.profile")
interface ProfileConfig {

    /** Whether to fill all profiles from the user service again at the next start, although it was done. */
    @WithDefault("false")
    boolean rebuild();

    /** How long one call to the user service may take. */
    @WithDefault("1s")
    Duration patience();

    /** How long to wait before filling is tried again. */
    Duration fillRetry();
}
