package dev.natter.redis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Timeouts of Redis. */
@ConfigMapping(prefix = "natter.redis")
interface RedisConfig {

    /** Maximum time that a request waits for Redis; then it fails with 503, or is not counted. */
    @WithDefault("2s")
    Duration requestTimeout();
}
