package dev.natter.redis.limit;

import java.time.Duration;

/**
 * The state of a limit: that of its rate with the fewest uses left.
 *
 * @param left uses that are left now; 0 when it is used up
 * @param times uses allowed within the window
 * @param reset when the next use is given back; zero when all are left
 */
record QuotaStatus(RateLimit limit, long left, long times, Duration window, Duration reset) {}
