package dev.natter.chat.socket;

import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.quarkus.security.identity.SecurityIdentity;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** What a verified token says of a connection. */
record Credentials(String userId, String sessionId, Instant expiresAt) {

    /** Null for somebody who has not signed in with a token. */
    static @Nullable Credentials of(@Nullable SecurityIdentity identity) {
        return identity != null && !identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken token
                ? of(token)
                : null;
    }

    static Credentials of(JsonWebToken token) {
        return new Credentials(
                token.getSubject(), token.getClaim("sid"), Instant.ofEpochSecond(token.getExpirationTime()));
    }

    /** These, if they are of the same user and session; a connection never changes its owner. */
    Credentials followedBy(Credentials next) {
        if (!next.userId.equals(userId) || !next.sessionId.equals(sessionId)) {
            throw Refusal.unauthenticated(ErrorCode.OTHER_SESSION, "The token belongs to another session.");
        }
        return next;
    }
}
