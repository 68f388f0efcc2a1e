package dev.natter.chat.socket;

import dev.natter.chat.identity.AccessTokens;
import dev.natter.chat.identity.EndedSessions;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets a connection live on with a newer token of its own session. */
@ApplicationScoped
class Reauthenticate {

    private final AccessTokens tokens;
    private final EndedSessions ended;

    Reauthenticate(AccessTokens tokens, EndedSessions ended) {
        this.tokens = tokens;
        this.ended = ended;
    }

    /** Refuses with 401 what is not valid, and what is another's. */
    Uni<AuthenticatedFrame> handle(ConnectionState session, String accessToken) {
        return tokens.verify(accessToken).map(Credentials::of).map(next -> refresh(session, next));
    }

    private AuthenticatedFrame refresh(ConnectionState session, Credentials next) {
        var accepted = session.credentials().followedBy(next);
        if (ended.contains(accepted.sessionId())) {
            throw Refusal.unauthenticated(ErrorCode.SESSION_ENDED, "The session is over.");
        }
        session.renew(accepted);
        return new AuthenticatedFrame(accepted.expiresAt());
    }
}
