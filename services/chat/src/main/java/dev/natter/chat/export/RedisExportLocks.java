package dev.natter.chat.export;

import dev.natter.redis.Redis;
import dev.natter.redis.RedisScript;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** A key for each lock. */
@ApplicationScoped
class RedisExportLocks implements ExportLocks {

    private static final RedisScript SCRIPT = RedisScript.named("export-lock");

    private final Redis redis;

    RedisExportLocks(Redis redis) {
        this.redis = redis;
    }

    @Override
    public Uni<Boolean> lock(String userId, String key, Duration lease) {
        return run("lock", userId, key, lease);
    }

    @Override
    public Uni<Void> renew(String userId, String key, Duration lease) {
        return run("renew", userId, key, lease).replaceWithVoid();
    }

    @Override
    public Uni<Void> unlock(String userId, String key) {
        return run("unlock", userId, key, Duration.ZERO).replaceWithVoid();
    }

    private Uni<Boolean> run(String deed, String userId, String key, Duration lease) {
        return redis.run(SCRIPT, List.of("export:" + userId), List.of(deed, key, String.valueOf(lease.toMillis())))
                .map(answer -> answer.toInteger() == 1);
    }
}
