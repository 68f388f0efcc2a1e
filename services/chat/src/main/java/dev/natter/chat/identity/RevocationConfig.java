package dev.natter.chat.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this service learns that a session is over whose access tokens have not expired. */
@ConfigMapping(prefix = "natter.revocation")
interface RevocationConfig {

    /** The longest a request waits for Redis to say so. */
    @WithDefault("1s")
    Duration patience();

    /** For how long Redis is not asked again after it did not answer. */
    @WithDefault("1s")
    Duration pause();

    /** How long this replica remembers what it heard itself: longer than an access token lives. */
    @WithDefault("20m")
    Duration remembered();

    /** How often the sessions of open sockets are looked up, in case the news of an end was lost. */
    @WithDefault("30s")
    Duration recheck();
}
