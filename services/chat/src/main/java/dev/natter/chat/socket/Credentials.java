package dev.natter.chat.socket;

import io.quarkus.security.identity.SecurityIdentity;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The claims of a verified token that matter to a connection. */
record Credentials(String userId, String sessionId, Instant expiresAt) {

    /** Null when the user has not signed in with a token. */
    static @Nullable Credentials of(@Nullable SecurityIdentity identity) {
        return identity != null && !identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken token
                ? of(token)
                : null;
    }

    static Credentials of(JsonWebToken token) {
        return new Credentials(
                token.getSubject(), token.getClaim("sid"), Instant.ofEpochSecond(token.getExpirationTime()));
    }
}
