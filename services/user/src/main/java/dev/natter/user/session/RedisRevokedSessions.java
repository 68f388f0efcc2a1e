package dev.natter.user.session;

import dev.natter.redis.Redis;
import dev.natter.redis.RedisScript;
import dev.natter.user.token.AccessTokens;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * One key for each, which expires with the last access token. The name of the key is a promise to the other services, which
 * have {@code NATTER_REDIS_URL} from the same Redis: they look for it whenever somebody shows them a token.
 */
@ApplicationScoped
class RedisRevokedSessions implements RevokedSessions {

    private static final String KEY = "session:ended:";

    /** As far as the clock of a service that verifies may be behind, and takes a token for good that is not. */
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
