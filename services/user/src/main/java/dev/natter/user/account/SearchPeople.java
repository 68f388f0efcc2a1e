package dev.natter.user.account;

import dev.natter.redis.limit.Rate;
import dev.natter.redis.limit.RateLimit;
import dev.natter.redis.limit.RateLimits;
import dev.natter.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds users by the words of their name, or one by exact address. Never the caller or a user who has blocked the caller,
 * and none for an empty query: users cannot be enumerated.
 */
@ApplicationScoped
class SearchPeople {

    /** Longer queries have no result: no name has more words. */
    private static final int MAX_WORDS = 25;

    private final Accounts accounts;
    private final RateLimits limits;
    private final List<Rate> rates;

    SearchPeople(Accounts accounts, RateLimits limits, SearchConfig config) {
        this.accounts = accounts;
        this.limits = limits;
        this.rates = List.of(new Rate(config.limitPerMinute(), Duration.ofMinutes(1)));
    }

    Uni<Page<Account>> handle(String callerId, String query, @Nullable NameCursor after, int limit) {
        return limits.acquire(RateLimit.SEARCH, callerId, rates)
                .chain(() -> EmailAddress.parse(query)
                        .map(email -> byEmail(callerId, email))
                        .orElseGet(() -> byName(callerId, FoldedName.of(query), after, limit)));
    }

    private Uni<Page<Account>> byEmail(String callerId, EmailAddress email) {
        return accounts.getByEmail(email)
                .map(found -> found.filter(account ->
                        !account.id().equals(callerId) && !account.blocked().contains(callerId)))
                .map(Optional::stream)
                .map(found -> new Page<>(found.toList(), null));
    }

    private Uni<Page<Account>> byName(String callerId, FoldedName words, @Nullable NameCursor after, int limit) {
        if (words.isEmpty() || words.words().size() > MAX_WORDS) {
            return Uni.createFrom().item(new Page<>(List.of(), null));
        }
        return accounts.findByName(words, callerId, after, limit + 1)
                .map(found ->
                        Pages.of(found, limit, last -> NameCursor.behind(last).encoded()));
    }
}
