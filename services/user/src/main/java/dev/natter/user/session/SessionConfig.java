package dev.natter.user.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Lifetimes of sessions. */
@ConfigMapping(prefix = "natter.session")
interface SessionConfig {

    /** Maximum lifetime of a session, used or not. */
    @WithDefault("30d")
    Duration absoluteLifetime();

    /** Maximum time between two refreshes of a session; also the Max-Age of the refresh cookie. */
    @WithDefault("30d")
    Duration idleLifetime();

    /** How long ended sessions are kept, so that reuse of their tokens gets {@code session_revoked}. */
    @WithDefault("7d")
    Duration rememberEnded();
}
