package dev.natter.user.session;

import dev.natter.user.audit.Audit;
import dev.natter.user.audit.AuditEvent;
import dev.natter.user.device.KnownDevices;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/**
 * Ends a session everywhere: its refresh token is invalid at once, every service rejects its access tokens, and an
 * event makes chat close its sockets.
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
     * Completes when no service accepts a token of the session any more; does nothing if there is no such session.
     * Fails with 503 while Redis is unavailable: the session has ended then, and the rest follows once Redis is back,
     * but it is not confirmed to the caller.
     */
    Uni<Void> handle(String id) {
        return sessions.end(id).chain(ended -> {
            ended.ifPresent(this::tell);
            return ended.map(publishEnd::handle).orElseGet(() -> makeSure(id));
        });
    }

    /** Like {@link #handle}, and makes the browser of the session unknown to the account. */
    Uni<Void> andForgetDevice(String id) {
        return devices.forget(id).chain(() -> handle(id));
    }

    private void tell(Session session) {
        audit.tell(AuditEvent.SESSION_ENDED, Map.of("sessionId", session.id(), "userId", session.userId()));
    }

    /**
     * An earlier attempt may have failed half-way, so an ended session is processed again. Unknown ids are ignored,
     * because clients can send any.
     */
    private Uni<Void> makeSure(String id) {
        return sessions.get(id)
                .map(found -> found.filter(session -> session.endedAt() != null))
                .map(Optional::isPresent)
                .chain(isOver -> isOver ? revoked.add(id) : Uni.createFrom().voidItem());
    }
}
