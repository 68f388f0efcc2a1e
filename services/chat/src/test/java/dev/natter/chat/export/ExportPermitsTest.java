package dev.natter.chat.export;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.redis.limit.Rate;
import dev.natter.redis.limit.RateLimit;
import dev.natter.redis.limit.RateLimitPermit;
import dev.natter.redis.limit.RateLimits;
import dev.natter.testing.TestClock;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two replicas share the locks, and each has room for two. */
class ExportPermitsTest {

    private final TestClock clock = new TestClock();
    private final SharedLocks locks = new SharedLocks();
    private final Limits limits = new Limits();
    private final ExportPermits one = new ExportPermits(locks, limits, new Config(), clock);
    private final ExportPermits other = new ExportPermits(locks, limits, new Config(), clock);

    @Test
    void aUserHasOneOnAllReplicas() {
        var permit = get(one.acquire("ada"));

        assertThat(((ApiException) failure(other.acquire("ada"))).status()).isEqualTo(429);
        assertThat(((ApiException) failure(one.acquire("ada"))).status()).isEqualTo(429);

        get(permit.release());
        get(permit.release());
        get(get(other.acquire("ada")).release());
    }

    @Test
    void aReplicaHasRoomForTwoAndRefusalsTakeNone() {
        var first = get(one.acquire("ada"));
        failure(one.acquire("ada"));
        limits.isUsedUp = true;
        failure(one.acquire("bob"));
        limits.isUsedUp = false;
        get(one.acquire("bob"));

        var refusal = (ApiException) failure(one.acquire("carol"));

        assertThat(refusal.status()).isEqualTo(503);
        get(other.acquire("carol"));
        get(first.release());
        get(one.acquire("dora"));
    }

    @Test
    void aClientThatGoesAwayBeforeItHasOneTakesNoRoom() {
        locks.answers = new CompletableFuture<>();
        for (var client = 0; client < 5; client++) {
            one.acquire("client" + client).subscribe().with(permit -> {}).cancel();
        }

        locks.answers = CompletableFuture.completedFuture(null);
        get(one.acquire("ada"));
        get(one.acquire("bob"));
    }

    @Test
    void aLockIsRenewedEveryTwentySecondsAtMost() {
        var permit = get(one.acquire("ada"));
        get(permit.renew());
        assertThat(locks.renewals).hasValue(0);

        clock.advance(Duration.ofSeconds(20));
        get(permit.renew());
        get(permit.renew());

        assertThat(locks.renewals).hasValue(1);
    }

    private record Config() implements ExportConfig {

        @Override
        public int perHour() {
            return 3;
        }

        @Override
        public int concurrent() {
            return 2;
        }
    }

    private static final class Limits implements RateLimits {

        private boolean isUsedUp;

        @Override
        public Uni<RateLimitPermit> acquire(RateLimit limit, String subject, List<Rate> rates, int uses) {
            return isUsedUp
                    ? Uni.createFrom()
                            .failure(ApiException.tooMany(ErrorCode.RATE_LIMITED, "too many", Duration.ofMinutes(1)))
                    : Uni.createFrom().item(new RateLimitPermit(limit, subject, "1", uses));
        }

        @Override
        public Uni<Void> release(RateLimitPermit permit) {
            return Uni.createFrom().voidItem();
        }
    }

    private static final class SharedLocks implements ExportLocks {

        private final Map<String, String> keys = new HashMap<>();
        private final AtomicInteger renewals = new AtomicInteger();
        private CompletableFuture<Void> answers = CompletableFuture.completedFuture(null);

        @Override
        public Uni<Boolean> lock(String userId, String key, Duration lease) {
            return Uni.createFrom().completionStage(answers).map(answered -> keys.putIfAbsent(userId, key) == null);
        }

        @Override
        public Uni<Void> renew(String userId, String key, Duration lease) {
            renewals.incrementAndGet();
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> unlock(String userId, String key) {
            keys.remove(userId, key);
            return Uni.createFrom().voidItem();
        }
    }
}
