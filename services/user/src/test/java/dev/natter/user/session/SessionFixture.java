package dev.natter.user.session;

import static dev.natter.user.support.Outcomes.get;

import dev.natter.events.UserEvent;
import dev.natter.testing.TestClock;
import dev.natter.user.account.AccountFakes;
import dev.natter.user.audit.AuditFakes;
import dev.natter.user.broker.EventConfig;
import dev.natter.user.broker.OutboxPublisher;
import dev.natter.user.broker.UserEvents;
import dev.natter.user.device.DeviceFakes;
import dev.natter.user.token.TokenFakes;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sessions without MongoDB, Redis and the broker; each of the latter two can be away. */
final class SessionFixture {

    static final Device PHONE = new Device("Phone", "192.0.2.1");

    final TestClock clock = new TestClock();
    final InMemorySessions sessions = new InMemorySessions(clock);
    final RecordedEvents events = new RecordedEvents();
    final RecordedRevocations revoked = new RecordedRevocations();
    final SecureRandom random = new SecureRandom();
    final PublishSessionEnd announce = new PublishSessionEnd(sessions, revoked, events);
    final EndSession endSession =
            new EndSession(sessions, DeviceFakes.knowing("laptop"), revoked, announce, AuditFakes.audit());

    RefreshSession refresh() {
        return new RefreshSession(
                sessions,
                endSession,
                AccountFakes.findAccount(),
                TokenFakes.accessTokens(clock),
                random,
                clock,
                AuditFakes.audit());
    }

    RefreshToken signedIn() {
        var token = RefreshToken.first(random);
        var session = Session.start(
                token.sessionId(),
                AccountFakes.ADA.id(),
                PHONE,
                token.hash(),
                clock.instant(),
                new FixedSessionConfig());
        get(sessions.add(session));
        return token;
    }

    /** What is due is published again, when its time has come. */
    void sweep() {
        clock.advance(Duration.ofSeconds(10));
        get(new OutboxPublisher(List.of(announce), new FixedEventConfig(), clock).publishDue());
    }

    private record FixedSessionConfig() implements SessionConfig {
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

    private record FixedEventConfig() implements EventConfig {
        @Override
        public Duration confirmTimeout() {
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

    final class RecordedEvents implements UserEvents {
        final List<UserEvent> published = new ArrayList<>();
        final Set<String> revokedBefore = new HashSet<>();
        boolean away;

        @Override
        public Uni<Void> publish(UserEvent event) {
            return away
                    ? Uni.createFrom().failure(new IllegalStateException("away"))
                    : Uni.createFrom().voidItem().invoke(() -> {
                        published.add(event);
                        revokedBefore.addAll(revoked.ids);
                    });
        }
    }

    static final class RecordedRevocations implements RevokedSessions {
        final Set<String> ids = new HashSet<>();
        boolean away;

        @Override
        public Uni<Void> add(String sessionId) {
            return Uni.createFrom().voidItem().invoke(() -> {
                if (away) {
                    throw ApiException.unavailable(ErrorCode.STORE_UNAVAILABLE, "away", Duration.ofSeconds(5));
                }
                ids.add(sessionId);
            });
        }
    }
}
