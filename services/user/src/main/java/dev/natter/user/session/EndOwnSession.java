package dev.natter.user.session;

import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Ends one of the caller's sessions. Sessions of others and ended ones do not exist for the caller. A repeat after a
 * 503 gets 404 only when no service accepts a token of the session any more.
 */
@ApplicationScoped
class EndOwnSession {

    private final Sessions sessions;
    private final EndSession endSession;
    private final Clock clock;

    EndOwnSession(Sessions sessions, EndSession endSession, Clock clock) {
        this.sessions = sessions;
        this.endSession = endSession;
        this.clock = clock;
    }

    Uni<Void> handle(String userId, String sessionId) {
        return sessions.get(sessionId)
                .map(found ->
                        found.filter(session -> session.userId().equals(userId)).orElseThrow(EndOwnSession::unknown))
                .chain(session -> {
                    var wasLive = session.isLive(clock.instant());
                    return endSession.andForgetDevice(session.id()).invoke(() -> {
                        if (!wasLive) {
                            throw unknown();
                        }
                    });
                });
    }

    private static ApiException unknown() {
        return ApiException.notFound(ErrorCode.SESSION_NOT_FOUND, "The session does not exist, or has ended.");
    }
}
