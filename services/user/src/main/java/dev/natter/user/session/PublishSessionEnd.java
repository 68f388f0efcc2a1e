package dev.natter.user.session;

import dev.natter.events.UserEvent;
import dev.natter.user.broker.Outbox;
import dev.natter.user.broker.UserEvents;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Publishes the end of a session: its access tokens are revoked first, so that a client whose socket is closed cannot
 * reconnect with its token. The session stays in the outbox until both are done; a repeat has the same event id.
 */
@ApplicationScoped
class PublishSessionEnd implements Outbox {

    private final Sessions sessions;
    private final RevokedSessions revoked;
    private final UserEvents events;

    PublishSessionEnd(Sessions sessions, RevokedSessions revoked, UserEvents events) {
        this.sessions = sessions;
        this.revoked = revoked;
        this.events = events;
    }

    /** Fails only if the tokens could not be revoked; an unconfirmed event is published again later. */
    Uni<Void> handle(Session session) {
        return revoked.add(session.id())
                .onItemOrFailure()
                .transformToUni((done, failure) -> failure == null
                        ? publish(session)
                                .chain(() -> sessions.published(session))
                                .onFailure()
                                .recoverWithUni(later(session))
                        // The event saves listeners the lookup; the revocation alone is sufficient.
                        : publish(session)
                                .onFailure()
                                .recoverWithUni(later(session))
                                .chain(() -> Uni.createFrom().failure(failure)));
    }

    @Override
    public Uni<List<Uni<Void>>> claim(Instant until, int limit) {
        return sessions.claimUnpublished(until, limit)
                .map(due -> due.stream().map(this::handle).toList());
    }

    private Uni<Void> publish(Session session) {
        var endedAt = Objects.requireNonNull(session.endedAt(), "endedAt");
        return events.publish(
                new UserEvent.SessionEnded(session.id() + ".ended", endedAt, session.userId(), session.id()));
    }

    private static Function<Throwable, Uni<? extends Void>> later(Session session) {
        return failure -> {
            Log.warnf("session %s: its end is not published yet: %s", session.id(), failure);
            return Uni.createFrom().voidItem();
        };
    }
}
