package dev.natter.user.account;

import dev.natter.redis.limit.Rate;
import dev.natter.redis.limit.RateLimit;
import dev.natter.redis.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** The limit on changes of one account. */
@ApplicationScoped
public class ChangeLimit {

    private final RateLimits limits;
    private final List<Rate> rates;

    ChangeLimit(RateLimits limits, AccountConfig config) {
        this.limits = limits;
        this.rates = List.of(new Rate(config.changesPerMinute(), Duration.ofMinutes(1)));
    }

    /** Counts a change by this user; fails with 429 if there were too many. */
    public Uni<Void> take(String userId) {
        return limits.acquire(RateLimit.ACCOUNT_CHANGE, userId, rates).replaceWithVoid();
    }
}
