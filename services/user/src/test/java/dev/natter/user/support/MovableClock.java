package dev.natter.user.support;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The service's clock in tests: the real time, and as much later as a test says. */
@ApplicationScoped
public class MovableClock {

    private volatile Duration ahead = Duration.ZERO;

    /** Moves the service into the future. */
    public void forward(Duration by) {
        ahead = ahead.plus(by);
    }

    /** Back to the present. */
    public void reset() {
        ahead = Duration.ZERO;
    }

    @Produces
    @ApplicationScoped
    @Alternative
    @Priority(1)
    Clock clock() {
        return new Moved();
    }

    /** Public with a constructor for its proxy. */
    public class Moved extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(System.currentTimeMillis()).plus(ahead);
        }
    }
}
