package dev.natter.redis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long this service waits for Redis. */
@ConfigMapping(prefix = "natter.redis")
interface RedisConfig {

    /** The longest a request waits for Redis, before it is refused with 503 or not counted. */
    @WithDefault("10s")
    Duration patience();
}
