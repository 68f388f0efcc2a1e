package dev.natter.chat.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this service learns that a session has ended before its access tokens expire. */
@ConfigMapping(prefix = "natter.revocation")
interface RevocationConfig {

    /** How long a request waits for Redis. */
    @WithDefault("1s")
    Duration timeout();

    /** How long Redis is not asked again after it did not answer. */
    @WithDefault("1s")
    Duration pause();

    /** How long this replica remembers ended sessions: longer than an access token lives. */
    @WithDefault("20m")
    Duration remembered();

    /** How often the sessions of open sockets are looked up, in case the event of an end was lost. */
    @WithDefault("30s")
    Duration recheck();
}
