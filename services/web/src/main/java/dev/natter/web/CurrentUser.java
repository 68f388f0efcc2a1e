package dev.natter.web;

import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller, from the verified access token only. Use only with {@code @Authenticated}. */
@RequestScoped
public class CurrentUser {

    private final JsonWebToken token;

    CurrentUser(JsonWebToken token) {
        this.token = token;
    }

    /** The user's id (claim {@code sub}). */
    public String id() {
        return token.getSubject();
    }

    /** The id of the session that the token belongs to (claim {@code sid}). */
    public String sessionId() {
        return token.getClaim("sid");
    }
}
