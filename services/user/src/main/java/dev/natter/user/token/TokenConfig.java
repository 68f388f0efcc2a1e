package dev.natter.user.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Access tokens and their keys. */
@ConfigMapping(prefix = "natter")
interface TokenConfig {

    /**
     * A JWK set (JSON) with private EC P-256 keys, each with its own {@code kid}. The first one signs, all are published. To
     * rotate: add the new key at the end, wait until verifiers have it (see {@link #jwksMaxAge()}), move it to the front,
     * wait for the last token of the old one to expire, remove the old one. Required.
     */
    SigningKeys signingKeys();

    /** Lifetime of an access token. */
    @WithDefault("15m")
    Duration accessTokenLifetime();

    /** How long verifiers may cache the public keys. */
    @WithDefault("5m")
    Duration jwksMaxAge();
}
