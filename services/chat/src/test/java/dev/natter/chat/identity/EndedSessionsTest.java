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

class EndedSessionsTest {

    private final TestClock clock = new TestClock();
    private final Noted noted = new Noted();
    private final Config config = new Config();
    private final EndedSessions ended = new EndedSessions(new RecentEnds(clock, config), noted, config, clock);

    /** For the tests of others: one that knows of this end, and of no other. */
    static EndedSessions endedSessions(String over) {
        var test = new EndedSessionsTest();
        test.noted.ids.add(over);
        return test.ended;
    }

    @Test
    void aSessionGoesOnUntilItIsNoted() {
        assertThat(get(ended.include("tab"))).isFalse();

        noted.ids.add("tab");

        assertThat(get(ended.include("tab"))).isTrue();
    }

    @Test
    void whatWasHeardNeedsNoLookUp() {
        ended.add("tab");

        assertThat(ended.contains("tab")).isTrue();
        assertThat(get(ended.include("tab"))).isTrue();
        assertThat(noted.asked).isEmpty();
    }

    @Test
    void whatWasFoundOnceNeedsNoSecondLookUp() {
        noted.ids.add("tab");
        get(ended.include("tab"));

        assertThat(get(ended.include("tab"))).isTrue();
        assertThat(noted.asked).hasSize(1);
    }

    @Test
    void whileNobodyCanTellASessionGoesOn() {
        noted.ids.add("tab");
        noted.away = true;

        assertThat(get(ended.include("tab"))).isFalse();
    }

    @Test
    void whileNobodyCanTellWhatWasHeardIsKnown() {
        noted.away = true;
        get(ended.include("another"));
        ended.add("tab");

        assertThat(get(ended.include("tab"))).isTrue();
    }

    @Test
    void nobodyWaitsLongForAnAnswer() {
        noted.silent = true;

        assertThat(get(ended.include("tab"))).isFalse();
    }

    @Test
    void whoDidNotAnswerIsAskedAgainAfterAPause() {
        noted.away = true;
        get(ended.include("tab"));
        get(ended.include("tab"));
        assertThat(noted.asked).hasSize(1);
        noted.away = false;
        noted.ids.add("tab");
        clock.advance(config.pause());

        assertThat(get(ended.include("tab"))).isTrue();
    }

    @Test
    void whatWasHeardIsForgottenWhenNoTokenIsLeft() {
        ended.add("old");
        clock.advance(config.remembered());
        ended.add("new");

        assertThat(ended.contains("old")).isFalse();
        assertThat(ended.contains("new")).isTrue();
    }

    @Test
    void noFloodOfEndsFillsTheMemory() {
        IntStream.rangeClosed(0, 100_000).forEach(i -> ended.add("tab-" + i));

        assertThat(ended.contains("tab-0")).isFalse();
        assertThat(ended.contains("tab-1")).isTrue();
    }

    private static final class Noted implements RevokedSessions {
        private final Set<String> ids = new HashSet<>();
        private final List<String> asked = new ArrayList<>();
        private boolean away;
        private boolean silent;

        @Override
        public Uni<Boolean> include(String sessionId) {
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
        public Duration patience() {
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
