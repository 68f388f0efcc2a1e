package dev.natter.user.session;

import dev.natter.events.UserEvent;
import dev.natter.user.broker.UserEvents;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.function.Function;

/**
 * Makes the end of a session known: its access tokens are revoked, and then the other services are told to close its
 * sockets, so that no client comes back in with the token it had. The session stays noted as untold until both is done, and
 * {@link AnnounceUntoldEnds} does it again; a repetition has the same event id.
 */
@ApplicationScoped
class AnnounceEnd {

    private final Sessions sessions;
    private final RevokedSessions revoked;
    private final UserEvents events;

    AnnounceEnd(Sessions sessions, RevokedSessions revoked, UserEvents events) {
        this.sessions = sessions;
        this.revoked = revoked;
        this.events = events;
    }

    /** Fails only if the tokens could not be revoked; those whom the broker could not reach hear of the end later. */
    Uni<Void> handle(Session session) {
        return revoked.add(session.id())
                .onItemOrFailure()
                .transformToUni((done, failure) -> failure == null
                        ? publish(session)
                                .chain(() -> sessions.told(session))
                                .onFailure()
                                .recoverWithUni(later(session))
                        // Those who are listening are a second line: they need not look anything up.
                        : publish(session)
                                .onFailure()
                                .recoverWithUni(later(session))
                                .chain(() -> Uni.createFrom().failure(failure)));
    }

    private Uni<Void> publish(Session session) {
        var endedAt = Objects.requireNonNull(session.endedAt(), "endedAt");
        return events.publish(
                new UserEvent.SessionEnded(session.id() + ".ended", endedAt, session.userId(), session.id()));
    }

    private static Function<Throwable, Uni<? extends Void>> later(Session session) {
        return failure -> {
            Log.warnf("session %s: its end was not told yet: %s", session.id(), failure);
            return Uni.createFrom().voidItem();
        };
    }
}
