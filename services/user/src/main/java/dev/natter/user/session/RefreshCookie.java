package dev.natter.user.session;

import dev.natter.user.http.EdgeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cookie that carries the refresh token: no script sees it, no other site's page makes a browser send it, and no path but
 * that of signing in gets it. Written by hand, because the platform's own writer adds attributes of a dead standard.
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

    /** The value of {@code Set-Cookie} that hands a token to the browser. */
    String holding(RefreshToken token) {
        return cookie(token.text(), lifetime);
    }

    /** The value of {@code Set-Cookie} that makes the browser forget. */
    String cleared() {
        return cookie("", Duration.ZERO);
    }

    private String cookie(String value, Duration maxAge) {
        return NAME + "=" + value + "; Path=" + PATH + "; Max-Age=" + maxAge.toSeconds() + "; HttpOnly; SameSite=Strict"
                + (secure ? "; Secure" : "");
    }

    /** The token in a request's cookie, if it has a well-formed one. */
    static Optional<RefreshToken> read(@Nullable String value) {
        return Optional.ofNullable(value).flatMap(RefreshToken::of);
    }
}
