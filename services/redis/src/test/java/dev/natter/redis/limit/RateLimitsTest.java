package dev.natter.redis.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.natter.redis.RedisFixture;
import dev.natter.testing.TestClock;
import dev.natter.web.ApiException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("servers")
class RateLimitsTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final List<Rate> THREE_AN_HOUR = List.of(new Rate(3, HOUR));

    private static RedisFixture redis;

    private final TestClock clock = new TestClock();
    private final RecordedStandings standings = new RecordedStandings();
    private final RedisRateLimits limits = new RedisRateLimits(redis.redis(), clock, standings);
    private final String ada = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        redis = RedisFixture.start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    void theWindowSlides() {
        acquire(limits, RateLimit.IMAGE, ada);
        clock.advance(Duration.ofMinutes(15));
        acquire(limits, RateLimit.IMAGE, ada);
        acquire(limits, RateLimit.IMAGE, ada);

        assertThat(refused(RateLimit.IMAGE, ada))
                .returns(429, ApiException::status)
                .returns(Duration.ofMinutes(45), ApiException::retryAfter);
        clock.advance(Duration.ofMinutes(45));
        acquire(limits, RateLimit.IMAGE, ada);
        assertThat(refused(RateLimit.IMAGE, ada).retryAfter()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void severalUsesAreCountedTogetherOrNotAtAll() {
        var two = await(limits.acquire(RateLimit.IMAGE, ada, THREE_AN_HOUR, 2));
        var twoMore = limits.acquire(RateLimit.IMAGE, ada, THREE_AN_HOUR, 2);

        assertThat(catchThrowableOfType(ApiException.class, () -> await(twoMore)))
                .returns(429, ApiException::status)
                .returns(HOUR, ApiException::retryAfter);
        acquire(limits, RateLimit.IMAGE, ada);
        assertThat(refused(RateLimit.IMAGE, ada)).isNotNull();
        await(limits.release(two));
        await(limits.acquire(RateLimit.IMAGE, ada, THREE_AN_HOUR, 2));
    }

    @Test
    void everybodyHasHisOwnAndEachLimitToo() {
        IntStream.range(0, 3).forEach(use -> acquire(limits, RateLimit.IMAGE, ada));

        acquire(limits, RateLimit.IMAGE, UUID.randomUUID().toString());
        acquire(limits, RateLimit.SEARCH, ada);
    }

    @Test
    void whatIsGivenBackWasNeverUsed() {
        acquire(limits, RateLimit.IMAGE, ada);
        acquire(limits, RateLimit.IMAGE, ada);
        var last = acquire(limits, RateLimit.IMAGE, ada);

        await(limits.release(last));

        acquire(limits, RateLimit.IMAGE, ada);
    }

    @Test
    void theStandingIsThatOfTheRateOfWhichTheLeastIsLeft() {
        var rates = List.of(new Rate(2, Duration.ofMinutes(1)), new Rate(100, HOUR));

        await(limits.acquire(RateLimit.SEARCH, ada, rates));
        clock.advance(Duration.ofSeconds(20));
        await(limits.acquire(RateLimit.SEARCH, ada, rates));
        var third = limits.acquire(RateLimit.SEARCH, ada, rates);
        assertThat(catchThrowableOfType(ApiException.class, () -> await(third))).isNotNull();

        var minute = Duration.ofMinutes(1);
        var inFortySeconds = Duration.ofSeconds(40);
        assertThat(standings.noted)
                .containsExactly(
                        new QuotaStatus(RateLimit.SEARCH, 1, 2, minute, minute),
                        new QuotaStatus(RateLimit.SEARCH, 0, 2, minute, inFortySeconds),
                        new QuotaStatus(RateLimit.SEARCH, 0, 2, minute, inFortySeconds));
    }

    @Test
    void doesNotRevealHowOftenAnAddressWasUsed() {
        acquire(limits, RateLimit.OTP_ADDRESS, ada);

        assertThat(standings.noted).isEmpty();
    }

    @Test
    void withoutRedisOnlyOtpAndExportLimitsRefuse() {
        var uncounted = new RedisRateLimits(redis.nowhere(), clock, standings);

        for (var limit : RateLimit.values()) {
            var refusal = catchThrowableOfType(ApiException.class, () -> acquire(uncounted, limit, ada));
            if (Set.of(RateLimit.OTP_ADDRESS, RateLimit.OTP_DEVICE, RateLimit.OTP_NETWORK, RateLimit.EXPORT)
                    .contains(limit)) {
                assertThat(refusal).as(limit.wireName()).returns(503, ApiException::status);
            } else {
                assertThat(refusal).as(limit.wireName()).isNull();
            }
        }
    }

    private ApiException refused(RateLimit limit, String subject) {
        return catchThrowableOfType(ApiException.class, () -> acquire(limits, limit, subject));
    }

    private static RateLimitPermit acquire(RateLimits limits, RateLimit limit, String subject) {
        return await(limits.acquire(limit, subject, THREE_AN_HOUR));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(TIMEOUT);
    }

    private static final class RecordedStandings extends Standings {
        private final List<QuotaStatus> noted = new ArrayList<>();

        RecordedStandings() {
            super(new OfRequest());
        }

        @Override
        void note(QuotaStatus standing) {
            noted.add(standing);
        }
    }
}
