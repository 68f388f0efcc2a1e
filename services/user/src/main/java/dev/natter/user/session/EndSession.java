package dev.natter.user.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends a session everywhere: its refresh token is dead at once, and the other services are told to close its sockets. */
@ApplicationScoped
class EndSession {

    private final Sessions sessions;
    private final AnnounceEnd announce;

    EndSession(Sessions sessions, AnnounceEnd announce) {
        this.sessions = sessions;
        this.announce = announce;
    }

    /** Does nothing when the session is over already, or never was. */
    Uni<Void> handle(String id) {
        return sessions.end(id)
                .chain(ended -> ended.map(announce::handle)
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
