package dev.natter.chat.identity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Verifies access tokens: ES256 by a key of the user service, issuer, audience, expiry, subject and session. */
@ApplicationScoped
public class AccessTokens {

    /**
     * What the token says, if it is to be believed. Fails with a {@link dev.natter.web.Refusal}: 401 {@code unauthorized}
     * for one that is not, 503 while the keys that could tell cannot be had.
     */
    public Uni<JsonWebToken> verify(String token) {
        throw new UnsupportedOperationException("follows");
    }
}
