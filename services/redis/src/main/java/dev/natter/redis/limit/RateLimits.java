package dev.natter.redis.limit;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Exact sliding-window rate limits, shared by all replicas. */
public interface RateLimits {

    /**
     * Counts one use by {@code subject}. Fails with 429 and the time to wait if one of the rates is used up, without
     * counting. If Redis is unavailable, fails with 503 or allows the use uncounted (see {@link RateLimit}).
     */
    default Uni<RateLimitPermit> acquire(RateLimit limit, String subject, List<Rate> rates) {
        return acquire(limit, subject, rates, 1);
    }

    /** Counts several uses: all of them or none. */
    Uni<RateLimitPermit> acquire(RateLimit limit, String subject, List<Rate> rates, int uses);

    /** Removes the uses of the permit from the count. */
    Uni<Void> release(RateLimitPermit permit);
}
