package dev.natter.chat.identity;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.keys.ReactiveKeyCommands;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * One key for each, written by the user service before it says that a session is over, and expiring with the last access
 * token. This service and the user service must therefore share one Redis.
 */
@ApplicationScoped
class RedisRevokedSessions implements RevokedSessions {

    private static final String KEY = "session:ended:";

    private final ReactiveKeyCommands<String> keys;

    RedisRevokedSessions(ReactiveRedisDataSource redis) {
        this.keys = redis.key();
    }

    @Override
    public Uni<Boolean> include(String sessionId) {
        return keys.exists(KEY + sessionId);
    }
}
