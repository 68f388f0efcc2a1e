package dev.natter.redis;

import dev.natter.testing.BackingServers;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.RedisAPI;
import java.time.Duration;
import java.util.Map;

/** A Redis server (the embedded one, or the real one that the environment names), and one that is not there. */
public final class RedisFixture implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final BackingServers servers = new BackingServers();
    private final Redis redis;

    private RedisFixture() {
        servers.init(Map.of("servers", "redis"));
        redis = at(servers.start().get("NATTER_REDIS_URL"));
    }

    public static RedisFixture start() {
        return new RedisFixture();
    }

    public Redis redis() {
        return redis;
    }

    /** A port without a server. */
    public Redis nowhere() {
        return at("redis://127.0.0.1:1");
    }

    private Redis at(String url) {
        var client = io.vertx.mutiny.redis.client.Redis.createClient(vertx, url);
        return new Redis(RedisAPI.api(client), () -> Duration.ofSeconds(10));
    }

    @Override
    public void close() {
        servers.stop();
        vertx.closeAndAwait();
    }
}
