package dev.natter.user.session;

import dev.natter.user.audit.Audit;
import dev.natter.user.audit.AuditEvent;
import dev.natter.user.device.KnownDevices;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/**
 * Ends a session everywhere: its refresh token is dead at once, its access tokens are refused by every service, and the
 * other services are told to close its sockets.
 */
@ApplicationScoped
class EndSession {

    private final Sessions sessions;
    private final KnownDevices devices;
    private final RevokedSessions revoked;
    private final PublishSessionEnd publishEnd;
    private final Audit audit;

    EndSession(
            Sessions sessions,
            KnownDevices devices,
            RevokedSessions revoked,
            PublishSessionEnd publishEnd,
            Audit audit) {
        this.sessions = sessions;
        this.devices = devices;
        this.revoked = revoked;
        this.publishEnd = publishEnd;
        this.audit = audit;
    }

    /**
     * Completes when no service takes a token of the session any more; does nothing when there never was such a session. Fails
     * with 503 while Redis is away: the session is over then, and the rest is done as soon as Redis is back, but the
     * caller is not told that it is done.
     */
    Uni<Void> handle(String id) {
        return sessions.end(id).chain(ended -> {
            ended.ifPresent(this::tell);
            return ended.map(publishEnd::handle).orElseGet(() -> makeSure(id));
        });
    }

    /** As {@link #handle}; and the browser that signed in to it is no longer known to the account. */
    Uni<Void> andForgetDevice(String id) {
        return devices.forget(id).chain(() -> handle(id));
    }

    private void tell(Session session) {
        audit.tell(AuditEvent.SESSION_ENDED, Map.of("sessionId", session.id(), "userId", session.userId()));
    }

    /** Whoever ended it before may have failed half-way. Nothing is noted of a session that never was: anybody can ask. */
    private Uni<Void> makeSure(String id) {
        return sessions.get(id)
                .map(found -> found.filter(session -> session.endedAt() != null))
                .map(Optional::isPresent)
                .chain(isOver -> isOver ? revoked.add(id) : Uni.createFrom().voidItem());
    }
}
