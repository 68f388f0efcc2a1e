package dev.natter.user.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long people stay signed in. */
@ConfigMapping(prefix = "natter.session")
interface SessionConfig {

    /** The longest a session lives, however much it is used. */
    @WithDefault("30d")
    Duration absoluteLifetime();

    /** How long a session lives without being used; also the Max-Age of the refresh cookie. */
    @WithDefault("30d")
    Duration idleLifetime();

    /** How long ended sessions are remembered, to answer reuse of their tokens with {@code session_revoked}. */
    @WithDefault("7d")
    Duration rememberEnded();
}
