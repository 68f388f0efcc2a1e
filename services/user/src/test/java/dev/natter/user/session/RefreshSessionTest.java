package dev.natter.user.session;

import static dev.natter.user.support.Outcomes.failure;
import static dev.natter.user.support.Outcomes.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.events.UserEvent;
import dev.natter.user.account.AccountFakes;
import dev.natter.user.broker.UserEvents;
import dev.natter.user.token.TokenFakes;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefreshSessionTest {

    private static final Device PHONE = new Device("Phone", "192.0.2.1");

    private final SettableClock clock = new SettableClock();
    private final InMemorySessions sessions = new InMemorySessions(clock);
    private final RecordedEvents events = new RecordedEvents();
    private final SecureRandom random = new SecureRandom();

    private RefreshSession refreshWithGrace(Duration grace) {
        return new RefreshSession(
                sessions,
                new EndSession(sessions, new AnnounceEnd(sessions, events)),
                AccountFakes.findAccount(),
                TokenFakes.accessTokens(clock),
                new FixedSessionConfig(grace),
                random,
                clock);
    }

    private RefreshToken signedIn() {
        var token = RefreshToken.first(random);
        var session = Session.start(
                token.sessionId(),
                AccountFakes.ADA.id(),
                PHONE,
                token.hash(),
                clock.instant(),
                new FixedSessionConfig(Duration.ZERO));
        get(sessions.add(session));
        return token;
    }

    @Test
    void eachTokenWorksOnce() {
        var refresh = refreshWithGrace(Duration.ZERO);
        var first = signedIn();

        var second = get(refresh.handle(first, PHONE)).refreshToken();
        var third = get(refresh.handle(second, PHONE)).refreshToken();

        assertThat(third.sessionId()).isEqualTo(first.sessionId());
    }

    @Test
    void theTokenBeforeTheLastIsATheftAtOnceWhenThereIsNoGrace() {
        var refresh = refreshWithGrace(Duration.ZERO);
        var first = signedIn();
        var second = get(refresh.handle(first, PHONE)).refreshToken();

        assertThat(code(failure(refresh.handle(first, PHONE)))).isEqualTo("session_revoked");
        assertThat(code(failure(refresh.handle(second, PHONE)))).isEqualTo("session_revoked");
        assertThat(events.published).singleElement().isInstanceOf(UserEvent.SessionEnded.class);
    }

    @Test
    void withinTheGraceARepetitionIsAnsweredWithTheSameSuccessor() {
        var refresh = refreshWithGrace(Duration.ofSeconds(5));
        var first = signedIn();
        var second = get(refresh.handle(first, PHONE)).refreshToken();
        clock.now = clock.now.plusSeconds(4);

        var again = get(refresh.handle(first, PHONE)).refreshToken();

        assertThat(again.text()).isEqualTo(second.text());
        get(refresh.handle(second, PHONE));
    }

    @Test
    void behindTheGraceItIsATheft() {
        var refresh = refreshWithGrace(Duration.ofSeconds(5));
        var first = signedIn();
        get(refresh.handle(first, PHONE));
        clock.now = clock.now.plusSeconds(5);

        assertThat(code(failure(refresh.handle(first, PHONE)))).isEqualTo("session_revoked");
    }

    @Test
    void anOlderTokenIsATheftWithinTheGraceToo() {
        var refresh = refreshWithGrace(Duration.ofSeconds(5));
        var first = signedIn();
        var second = get(refresh.handle(first, PHONE)).refreshToken();
        get(refresh.handle(second, PHONE));

        assertThat(code(failure(refresh.handle(first, PHONE)))).isEqualTo("session_revoked");
    }

    @Test
    void anIdleSessionIsOver() {
        var refresh = refreshWithGrace(Duration.ZERO);
        var first = signedIn();
        clock.now = clock.now.plus(Duration.ofDays(7));

        assertThat(code(failure(refresh.handle(first, PHONE)))).isEqualTo("session_expired");
        assertThat(events.published).isEmpty();
    }

    @Test
    void anUnknownTokenIsNobodys() {
        var refresh = refreshWithGrace(Duration.ZERO);

        assertThat(code(failure(refresh.handle(RefreshToken.first(random), PHONE))))
                .isEqualTo("session_expired");
    }

    @Test
    void aSessionEndsEvenIfNobodyCanBeToldAndIsToldLater() {
        var refresh = refreshWithGrace(Duration.ZERO);
        var first = signedIn();
        get(refresh.handle(first, PHONE));
        events.away = true;

        assertThat(code(failure(refresh.handle(first, PHONE)))).isEqualTo("session_revoked");
        assertThat(events.published).isEmpty();

        events.away = false;
        clock.now = clock.now.plusSeconds(10);
        get(new AnnounceUntoldEnds(sessions, new AnnounceEnd(sessions, events), new FixedEventConfig(), clock)
                .handle());
        get(new AnnounceUntoldEnds(sessions, new AnnounceEnd(sessions, events), new FixedEventConfig(), clock)
                .handle());

        assertThat(events.published).hasSize(1);
    }

    private static String code(Throwable refusal) {
        assertThat(((Refusal) refusal).status()).isEqualTo(401);
        return ((Refusal) refusal).code();
    }

    private record FixedSessionConfig(Duration refreshGrace) implements SessionConfig {
        @Override
        public Duration absoluteLifetime() {
            return Duration.ofDays(30);
        }

        @Override
        public Duration idleLifetime() {
            return Duration.ofDays(7);
        }

        @Override
        public Duration rememberEnded() {
            return Duration.ofDays(7);
        }
    }

    private record FixedEventConfig() implements dev.natter.user.broker.EventConfig {
        @Override
        public Duration confirmPatience() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration retryAfter() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Duration sweepInterval() {
            return Duration.ofSeconds(5);
        }

        @Override
        public int sweepBatch() {
            return 10;
        }
    }

    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-01-02T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static final class RecordedEvents implements UserEvents {
        private final List<UserEvent> published = new ArrayList<>();
        private boolean away;

        @Override
        public Uni<Void> publish(UserEvent event) {
            return away
                    ? Uni.createFrom().failure(new IllegalStateException("away"))
                    : Uni.createFrom().voidItem().invoke(() -> published.add(event));
        }
    }
}
