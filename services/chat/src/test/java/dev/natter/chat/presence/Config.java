package dev.natter.chat.presence;

import java.time.Duration;

/** The defaults, but for a page so small that everything takes several. */
final class Config implements PresenceConfig {
    @Override
    public Duration lease() {
        return Duration.ofSeconds(40);
    }

    @Override
    public Duration renewal() {
        return Duration.ofSeconds(13);
    }

    @Override
    public Duration beat() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration snapshot() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Duration silence() {
        return Duration.ofSeconds(40);
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration redisTimeout() {
        return Duration.ofSeconds(1);
    }

    @Override
    public int page() {
        return 3;
    }
}
