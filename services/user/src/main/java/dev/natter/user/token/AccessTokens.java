package dev.natter.user.token;

import dev.natter.user.http.EdgeConfig;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** Issues access tokens. Their claims are ids only, and never become stale. */
@ApplicationScoped
public class AccessTokens {

    /** The audience: all services of Natter. */
    static final String AUDIENCE = "natter";

    private final TokenConfig config;
    private final String issuer;
    private final Clock clock;

    AccessTokens(TokenConfig config, EdgeConfig edge, Clock clock) {
        this.config = config;
        this.issuer = edge.publicOrigin().toString();
        this.clock = clock;
    }

    /** Issues a token for a session. */
    public AccessToken issue(String userId, String sessionId) {
        var now = clock.instant();
        var lifetime = config.accessTokenLifetime();
        var token = Jwt.issuer(issuer)
                .audience(AUDIENCE)
                .subject(userId)
                .claim("sid", sessionId)
                .groups(Set.of("user"))
                .issuedAt(now)
                .expiresAt(now.plus(lifetime))
                .jws()
                .keyId(config.signingKeys().signingKeyId())
                .algorithm(SignatureAlgorithm.ES256)
                .sign(config.signingKeys().signingKey());
        return new AccessToken(token, lifetime);
    }

    /** The lifetime of every token. */
    public Duration lifetime() {
        return config.accessTokenLifetime();
    }
}
