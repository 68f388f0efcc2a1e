package dev.natter.chat.identity;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.testing.TestClock;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RevocationCheckerTest {

    private final TestClock clock = new TestClock();
    private final Noted noted = new Noted();
    private final Config config = new Config();
    private final RevocationChecker ended = new RevocationChecker(noted::look, config, clock);

    /** For the tests of others: one that knows of this end, and of no other. */
    static RevocationChecker revocations(String over) {
        var test = new RevocationCheckerTest();
        test.noted.ids.add(over);
        return test.ended;
    }

    @Test
    void aSessionGoesOnUntilItIsNoted() {
        assertThat(get(ended.hasEnded("tab"))).isFalse();

        noted.ids.add("tab");

        assertThat(get(ended.hasEnded("tab"))).isTrue();
    }

    @Test
    void whatWasHeardNeedsNoLookUp() {
        ended.add("tab");

        assertThat(ended.isKnown("tab")).isTrue();
        assertThat(get(ended.hasEnded("tab"))).isTrue();
        assertThat(noted.asked).isEmpty();
    }

    @Test
    void whatWasFoundOnceNeedsNoSecondLookUp() {
        noted.ids.add("tab");
        get(ended.hasEnded("tab"));

        assertThat(get(ended.hasEnded("tab"))).isTrue();
        assertThat(noted.asked).hasSize(1);
    }

    @Test
    void withoutRedisASessionIsTakenAsOpen() {
        noted.ids.add("tab");
        noted.away = true;

        assertThat(get(ended.hasEnded("tab"))).isFalse();
    }

    @Test
    void withoutRedisASessionKnownToHaveEndedStaysSo() {
        noted.away = true;
        get(ended.hasEnded("another"));
        ended.add("tab");

        assertThat(get(ended.hasEnded("tab"))).isTrue();
    }

    @Test
    void takesASessionAsOpenAfterTheTimeout() {
        noted.silent = true;

        assertThat(get(ended.hasEnded("tab"))).isFalse();
    }

    @Test
    void whoDidNotAnswerIsAskedAgainAfterAPause() {
        noted.away = true;
        get(ended.hasEnded("tab"));
        get(ended.hasEnded("tab"));
        assertThat(noted.asked).hasSize(1);
        noted.away = false;
        noted.ids.add("tab");
        clock.advance(config.pause());

        assertThat(get(ended.hasEnded("tab"))).isTrue();
    }

    @Test
    void whatWasHeardIsForgottenWhenNoTokenIsLeft() {
        ended.add("old");
        clock.advance(config.remembered());
        ended.add("new");

        assertThat(ended.isKnown("old")).isFalse();
        assertThat(ended.isKnown("new")).isTrue();
    }

    @Test
    void noFloodOfEndsFillsTheMemory() {
        var flood = RevocationChecker.MAX_REMEMBERED + 1_000;

        IntStream.range(0, flood).forEach(i -> ended.add("tab-" + i));

        assertThat(IntStream.range(0, flood).filter(i -> ended.isKnown("tab-" + i)))
                .hasSizeLessThanOrEqualTo(RevocationChecker.MAX_REMEMBERED);
    }

    private static final class Noted {
        private final Set<String> ids = new HashSet<>();
        private final List<String> asked = new ArrayList<>();
        private boolean away;
        private boolean silent;

        Uni<Boolean> look(String sessionId) {
            asked.add(sessionId);
            if (silent) {
                return Uni.createFrom().nothing();
            }
            return away
                    ? Uni.createFrom().failure(new IllegalStateException("away"))
                    : Uni.createFrom().item(ids.contains(sessionId));
        }
    }

    private record Config() implements RevocationConfig {
        @Override
        public Duration timeout() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration pause() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration remembered() {
            return Duration.ofMinutes(20);
        }

        @Override
        public Duration recheck() {
            return Duration.ofSeconds(30);
        }
    }
}
