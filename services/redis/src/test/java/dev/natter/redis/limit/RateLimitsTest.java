package dev.natter.redis.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.natter.redis.RedisFixture;
import dev.natter.testing.TestClock;
import dev.natter.web.Refusal;
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
    private static final Duration PATIENCE = Duration.ofSeconds(15);
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
        take(limits, RateLimit.IMAGE, ada);
        clock.advance(Duration.ofMinutes(15));
        take(limits, RateLimit.IMAGE, ada);
        take(limits, RateLimit.IMAGE, ada);

        assertThat(refused(RateLimit.IMAGE, ada))
                .returns(429, Refusal::status)
                .returns(Duration.ofMinutes(45), Refusal::retryAfter);
        clock.advance(Duration.ofMinutes(45));
        take(limits, RateLimit.IMAGE, ada);
        assertThat(refused(RateLimit.IMAGE, ada).retryAfter()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void severalUsesAreCountedTogetherOrNotAtAll() {
        var two = await(limits.take(RateLimit.IMAGE, ada, THREE_AN_HOUR, 2));
        var twoMore = limits.take(RateLimit.IMAGE, ada, THREE_AN_HOUR, 2);

        assertThat(catchThrowableOfType(Refusal.class, () -> await(twoMore)))
                .returns(429, Refusal::status)
                .returns(HOUR, Refusal::retryAfter);
        take(limits, RateLimit.IMAGE, ada);
        assertThat(refused(RateLimit.IMAGE, ada)).isNotNull();
        await(limits.giveBack(two));
        await(limits.take(RateLimit.IMAGE, ada, THREE_AN_HOUR, 2));
    }

    @Test
    void everybodyHasHisOwnAndEachLimitToo() {
        IntStream.range(0, 3).forEach(use -> take(limits, RateLimit.IMAGE, ada));

        take(limits, RateLimit.IMAGE, UUID.randomUUID().toString());
        take(limits, RateLimit.SEARCH, ada);
    }

    @Test
    void whatIsGivenBackWasNeverUsed() {
        take(limits, RateLimit.IMAGE, ada);
        take(limits, RateLimit.IMAGE, ada);
        var last = take(limits, RateLimit.IMAGE, ada);

        await(limits.giveBack(last));

        take(limits, RateLimit.IMAGE, ada);
    }

    @Test
    void theStandingIsThatOfTheRateOfWhichTheLeastIsLeft() {
        var rates = List.of(new Rate(2, Duration.ofMinutes(1)), new Rate(100, HOUR));

        await(limits.take(RateLimit.SEARCH, ada, rates));
        clock.advance(Duration.ofSeconds(20));
        await(limits.take(RateLimit.SEARCH, ada, rates));
        var third = limits.take(RateLimit.SEARCH, ada, rates);
        assertThat(catchThrowableOfType(Refusal.class, () -> await(third))).isNotNull();

        var minute = Duration.ofMinutes(1);
        var inFortySeconds = Duration.ofSeconds(40);
        assertThat(standings.noted)
                .containsExactly(
                        new Standing(RateLimit.SEARCH, 1, 2, minute, minute),
                        new Standing(RateLimit.SEARCH, 0, 2, minute, inFortySeconds),
                        new Standing(RateLimit.SEARCH, 0, 2, minute, inFortySeconds));
    }

    @Test
    void howManyOthersAskForAnAddressIsNobodysBusiness() {
        take(limits, RateLimit.OTP_ADDRESS, ada);

        assertThat(standings.noted).isEmpty();
    }

    @Test
    void whileNobodyCountsThatIsRefusedWhichProtectsMoreThanItIsWorth() {
        var uncounted = new RedisRateLimits(redis.nowhere(), clock, standings);

        for (var limit : RateLimit.values()) {
            var refusal = catchThrowableOfType(Refusal.class, () -> take(uncounted, limit, ada));
            if (Set.of(RateLimit.OTP_ADDRESS, RateLimit.OTP_DEVICE, RateLimit.OTP_NETWORK)
                    .contains(limit)) {
                assertThat(refusal).as(limit.word()).returns(503, Refusal::status);
            } else {
                assertThat(refusal).as(limit.word()).isNull();
            }
        }
    }

    private Refusal refused(RateLimit limit, String subject) {
        return catchThrowableOfType(Refusal.class, () -> take(limits, limit, subject));
    }

    private static Slot take(RateLimits limits, RateLimit limit, String subject) {
        return await(limits.take(limit, subject, THREE_AN_HOUR));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    private static final class RecordedStandings extends Standings {
        private final List<Standing> noted = new ArrayList<>();

        RecordedStandings() {
            super(new OfRequest());
        }

        @Override
        void note(Standing standing) {
            noted.add(standing);
        }
    }
}
