package dev.natter.redis.limit;

import java.time.Duration;

/**
 * How somebody stands with a limit: that of its rates of which the least is left.
 *
 * @param left uses that are left now; 0 when it is used up
 * @param times how many there are within the window
 * @param reset when the next one is given back; zero when all are there
 */
record Standing(RateLimit limit, long left, long times, Duration window, Duration reset) {}
