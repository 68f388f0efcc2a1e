package dev.natter.user.session;

import dev.natter.redis.Redis;
import dev.natter.redis.RedisScript;
import dev.natter.user.token.AccessTokens;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * One key for each session, which expires with its last access token. The name of the key is a contract with other
 * services, which use the same {@code NATTER_REDIS_URL} and look it up for every token.
 */
@ApplicationScoped
class RedisRevokedSessions implements RevokedSessions {

    private static final String KEY = "session:ended:";

    /** Tolerated clock difference: a verifier's clock may be behind and accept an expired token. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Redis redis;
    private final String remembered;
    private final RedisScript revoke = RedisScript.named("revoke-session");

    RedisRevokedSessions(Redis redis, AccessTokens accessTokens) {
        this.redis = redis;
        this.remembered =
                String.valueOf(accessTokens.lifetime().plus(CLOCK_SKEW).toMillis());
    }

    @Override
    public Uni<Void> add(String sessionId) {
        return redis.run(revoke, List.of(KEY + sessionId), List.of(remembered)).replaceWithVoid();
    }
}
