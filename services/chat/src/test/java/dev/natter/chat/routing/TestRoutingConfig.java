package dev.natter.chat.routing;

import java.time.Duration;

/** The defaults; but a lookup in a test may take as long as it likes. */
record TestRoutingConfig() implements RoutingConfig {

    @Override
    public Duration lease() {
        return FakeRedis.LEASE;
    }

    @Override
    public Duration renewal() {
        return Duration.ofSeconds(15);
    }

    @Override
    public Duration grace() {
        return FakeRedis.GRACE;
    }

    @Override
    public Duration signedOut() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration writeTimeout() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Duration lookupTimeout() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Duration recovery() {
        return Duration.ofSeconds(5);
    }
}
