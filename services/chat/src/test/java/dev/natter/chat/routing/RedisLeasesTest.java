package dev.natter.chat.routing;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.routing.Leases.Acquire;
import dev.natter.redis.RedisPipeline;
import dev.natter.testing.BackingServers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The leases in a Redis server: the embedded one, or the real one that the environment names. */
class RedisLeasesTest extends LeasesContract {

    private static final Vertx VERTX = Vertx.vertx();
    private static final BackingServers SERVERS = new BackingServers();
    private static Redis redis;

    @BeforeAll
    static void start() {
        SERVERS.init(Map.of("servers", "redis"));
        var url = SERVERS.start().get("NATTER_REDIS_URL");
        redis = Redis.createClient(
                VERTX, new RedisOptions().setConnectionString(url).setMaxPoolWaiting(4096));
    }

    @BeforeEach
    void empty() {
        send(Request.cmd(Command.FLUSHALL));
    }

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
        SERVERS.stop();
    }

    @Override
    Leases replica(String replicaId) {
        return new RedisLeases(() -> replicaId, new TestRoutingConfig(), clock, new RedisPipeline(redis, "standalone"));
    }

    private static Response send(Request request) {
        return redis.send(request).toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void leasesOfAThousandUsersTakeAThousandScriptsAndABoundedNumberOfOtherCommands() {
        var users = new ArrayList<String>();
        var writes = new ArrayList<Leases.LeaseWrite>();
        for (var number = 0; number < 1_000; number++) {
            users.add(ada + number);
            writes.add(new Acquire(ada + number, "c" + number));
        }
        send(Request.cmd(Command.CONFIG).arg("RESETSTAT"));

        var results = new ArrayList<Leases.Result>();
        results.addAll(get(one().write(writes.subList(0, 500))));
        results.addAll(get(one().write(writes.subList(500, 1_000))));

        assertThat(results).allMatch(Leases.Result::isEdge);
        assertThat(calls("eval")).isEqualTo(1_000);
        assertThat(calls("zadd")).isEqualTo(1_000 + 2 * RedisLeases.INDEX_PARTS);
        var byUser = new HashMap<String, List<String>>();
        users.forEach(user -> byUser.put(user, List.of("c" + user.substring(ada.length()))));
        clock.advance(Duration.ofSeconds(15));
        assertThat(get(one().renew(byUser))).isEqualTo(NOTHING);
        assertThat(get(Uni.createFrom().completionStage(() -> two().find(users))))
                .hasSize(1_000)
                .containsEntry(users.get(999), Set.of("one"));
        clock.advance(Duration.ofSeconds(45));
        var gone = new ArrayList<Leases.Departure>();
        while (gone.size() < 1_000) {
            var some = get(two().sweep());
            assertThat(some).isNotEmpty();
            gone.addAll(some);
        }
        assertThat(gone).extracting(Leases.Departure::userId).containsExactlyInAnyOrderElementsOf(users);
    }

    private static long calls(String command) {
        var statistics = send(Request.cmd(Command.INFO).arg("commandstats")).toString();
        return statistics
                .lines()
                .filter(line -> line.startsWith("cmdstat_" + command + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll(".*:calls=(\\d+).*", "$1")))
                .sum();
    }

    @Test
    void nothingIsLeftOfThoseWhoAreGone() {
        get(one().write(List.of(new Acquire(ada, "a1"))));
        assertThat(send(Request.cmd(Command.PTTL).arg("leases:{" + ada + "}")).toLong())
                .isBetween(1L, Duration.ofSeconds(450).toMillis());

        clock.advance(Duration.ofSeconds(45));
        sweep(two());

        assertThat(send(Request.cmd(Command.EXISTS).arg("leases:{" + ada + "}")).toInteger())
                .isZero();
        var part = Math.floorMod(ada.hashCode(), RedisLeases.INDEX_PARTS);
        assertThat(send(Request.cmd(Command.ZSCORE)
                        .arg("lease-index:{" + part + "}")
                        .arg(ada)))
                .isNull();
    }
}
