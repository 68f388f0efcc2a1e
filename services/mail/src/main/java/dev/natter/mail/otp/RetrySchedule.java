package dev.natter.mail.otp;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after which failure: doubling from the first pause up to the slowest, each shortened by a random
 * part of at most a fifth, so that the mails of one outage do not come back all at once.
 *
 * @param first after the first failure
 * @param slowest no pause is longer
 */
record RetrySchedule(Duration first, Duration slowest, RandomGenerator random) {

    private static final double MOST_JITTER = 0.2;
    private static final int MOST_DOUBLINGS = 30;

    /** The pause after the {@code failures}-th failure in a row; the first is 1. */
    Duration pauseAfter(int failures) {
        var doublings = Math.min(failures - 1, MOST_DOUBLINGS);
        var longest = Math.min(first.toMillis() << doublings, slowest.toMillis());
        return Duration.ofMillis(Math.round(longest * (1 - MOST_JITTER * random.nextDouble())));
    }
}
