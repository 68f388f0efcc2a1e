package dev.natter.user.session;

import dev.natter.events.UserEvent;
import dev.natter.user.broker.UserEvents;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/**
 * Tells the other services that a session is over. Never fails: the session stays noted as untold until the broker has
 * confirmed, and {@link AnnounceUntoldEnds} tells it again; a repetition has the same event id.
 */
@ApplicationScoped
class AnnounceEnd {

    private final Sessions sessions;
    private final UserEvents events;

    AnnounceEnd(Sessions sessions, UserEvents events) {
        this.sessions = sessions;
        this.events = events;
    }

    Uni<Void> handle(Session session) {
        var endedAt = Objects.requireNonNull(session.endedAt(), "endedAt");
        var event = new UserEvent.SessionEnded(session.id() + ".ended", endedAt, session.userId(), session.id());
        return events.publish(event)
                .chain(() -> sessions.told(session))
                .onFailure()
                .invoke(failure -> Log.warnf("session %s: its end was not told yet: %s", session.id(), failure))
                .onFailure()
                .recoverWithNull();
    }
}
