package dev.natter.chat.attachment;

import dev.natter.redis.limit.Rate;
import dev.natter.redis.limit.RateLimit;
import dev.natter.redis.limit.RateLimitPermit;
import dev.natter.redis.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Limits that no test reaches. */
final class UnlimitedRates implements RateLimits {

    @Override
    public Uni<RateLimitPermit> acquire(RateLimit limit, String subject, List<Rate> rates, int uses) {
        return Uni.createFrom().item(new RateLimitPermit(limit, subject, "1", uses));
    }

    @Override
    public Uni<Void> release(RateLimitPermit permit) {
        return Uni.createFrom().voidItem();
    }
}
