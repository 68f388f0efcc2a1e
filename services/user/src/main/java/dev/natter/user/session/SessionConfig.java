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

    /**
     * For how long after a rotation the token before it is still answered, with the very same successor, when it comes with
     * the same {@code Idempotency-Key}: so that an answer lost on its way, or with its page, does not sign an honest user
     * out. Whoever has the token and not the key is a thief within this time too. Zero takes every reuse for a theft.
     */
    @WithDefault("60s")
    Duration refreshGrace();

    /** How long ended sessions are remembered, to answer reuse of their tokens with {@code session_revoked}. */
    @WithDefault("7d")
    Duration rememberEnded();
}
