package dev.natter.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until a test lets time pass, on one thread; for reading, any thread will do. */
public final class TestClock extends Clock {

    /** Where every one of them begins. */
    public static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private volatile Instant now = NOON;

    /** Lets that much time pass at once. */
    public void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Always fails: the services read instants only. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
