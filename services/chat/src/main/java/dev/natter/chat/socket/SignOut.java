package dev.natter.chat.socket;

import dev.natter.chat.delivery.CloseCodes;
import dev.natter.chat.delivery.FrameEncoder;
import dev.natter.chat.identity.EndedSessions;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends the connections of a session that is over, on this replica. */
@ApplicationScoped
class SignOut {

    private final ConnectionStates sessions;
    private final EndedSessions ended;
    private final String frame;

    SignOut(ConnectionStates sessions, EndedSessions ended, FrameEncoder encoder) {
        this.sessions = sessions;
        this.ended = ended;
        this.frame = encoder.encode(new SignedOutFrame()).text();
    }

    void handle(String sessionId) {
        // Before the look round: whoever opens meanwhile looks here after he has entered.
        ended.add(sessionId);
        for (var session : sessions.all()) {
            if (session.credentials().sessionId().equals(sessionId)) {
                end(session);
            }
        }
    }

    /** Ends this one if its session is over. */
    void check(ConnectionState session) {
        if (ended.contains(session.credentials().sessionId())) {
            end(session);
        }
    }

    private void end(ConnectionState session) {
        session.connection().send(frame);
        session.connection().close(CloseCodes.SIGNED_OUT, "signed out");
    }
}
