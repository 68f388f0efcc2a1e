package dev.natter.redis.limit;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Exact sliding-window rate limits, shared by all replicas. */
public interface RateLimits {

    /**
     * Counts one use by {@code subject}. Fails with 429 and the time to wait if one of the rates is used up, without
     * counting. If Redis is unavailable, fails with 503 or allows the use uncounted (see {@link RateLimit}).
     */
    default Uni<Slot> take(RateLimit limit, String subject, List<Rate> rates) {
        return take(limit, subject, rates, 1);
    }

    /** Like the above for several uses: all are counted, or none. */
    Uni<Slot> take(RateLimit limit, String subject, List<Rate> rates, int uses);

    /** Removes the uses again. */
    Uni<Void> release(Slot slot);
}
