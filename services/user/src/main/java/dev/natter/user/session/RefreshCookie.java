package dev.natter.user.session;

import dev.natter.user.http.EdgeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cookie with the refresh token: not readable by scripts, not sent from other sites, limited to the sign-in paths.
 * Formatted by hand, because the framework adds obsolete attributes.
 */
@ApplicationScoped
class RefreshCookie {

    static final String NAME = "natter_refresh";
    private static final String PATH = "/api/v1/auth";

    private final Duration lifetime;
    private final boolean secure;

    RefreshCookie(SessionConfig config, EdgeConfig edge) {
        this.lifetime = config.idleLifetime();
        this.secure = edge.publicOrigin().secure();
    }

    /** The value of {@code Set-Cookie} with a token. */
    String holding(RefreshToken token) {
        return cookie(token.text(), lifetime);
    }

    /** The value of {@code Set-Cookie} that deletes the cookie. */
    String cleared() {
        return cookie("", Duration.ZERO);
    }

    private String cookie(String value, Duration maxAge) {
        return NAME + "=" + value + "; Path=" + PATH + "; Max-Age=" + maxAge.toSeconds() + "; HttpOnly; SameSite=Strict"
                + (secure ? "; Secure" : "");
    }

    /** The token in a request's cookie, if well-formed. */
    static Optional<RefreshToken> read(@Nullable String value) {
        return Optional.ofNullable(value).flatMap(RefreshToken::of);
    }
}
