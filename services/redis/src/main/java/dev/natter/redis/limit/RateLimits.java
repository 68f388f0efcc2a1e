package dev.natter.redis.limit;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Counts for all replicas together, exactly, in windows that slide. */
public interface RateLimits {

    /**
     * Counts one use by {@code subject}. Fails with 429 and the time to wait when one of the rates is used up, in which case
     * nothing is counted; with 503, or not at all, when nobody can count (see {@link RateLimit}).
     */
    default Uni<Slot> take(RateLimit limit, String subject, List<Rate> rates) {
        return take(limit, subject, rates, 1);
    }

    /** As above, for what counts as several uses: all are counted, or none. */
    Uni<Slot> take(RateLimit limit, String subject, List<Rate> rates, int uses);

    /** Takes the uses back, as if they had never been. */
    Uni<Void> giveBack(Slot slot);
}
