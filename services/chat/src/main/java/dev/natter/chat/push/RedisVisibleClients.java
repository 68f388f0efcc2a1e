package dev.natter.chat.push;

import static dev.natter.redis.RedisPipeline.command;
import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.natter.redis.RedisPipeline;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One sorted set for each user: members are visible connections, scores the times at which they expire unless their replica
 * renews them. Those of a killed replica count for at most {@link #LIFETIME}.
 */
@ApplicationScoped
class RedisVisibleClients implements VisibleClients {

    private static final Duration LIFETIME = Duration.ofSeconds(30);
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final int MAX_CONNECTIONS = 300;

    private final RedisPipeline redis;
    private final Clock clock;
    /** The visible connections of this replica, and whose they are. */
    private final Map<String, String> visible = new ConcurrentHashMap<>();

    RedisVisibleClients(RedisPipeline redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    @Override
    public Uni<Void> set(String userId, String connectionId, boolean isVisible) {
        if (isVisible) {
            visible.put(connectionId, userId);
        } else if (visible.remove(connectionId) == null) {
            return Uni.createFrom().voidItem();
        }
        return run(isVisible ? shown(userId, connectionId) : List.of(command(Command.ZREM, key(userId), connectionId)))
                .onFailure()
                .invoke(failure -> Log.debugf("Which clients are visible is not written to Redis: %s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    @Override
    public Uni<Set<String>> among(Collection<String> userIds) {
        var users = List.copyOf(userIds);
        return run(users.stream()
                        .map(user -> command(Command.ZCOUNT, key(user), clock.millis(), "+inf"))
                        .toList())
                .map(counts -> {
                    Set<String> found = new HashSet<>();
                    for (var at = 0; at < users.size(); at++) {
                        if (counts.get(at).toInteger() > 0) {
                            found.add(users.get(at));
                        }
                    }
                    return found;
                })
                .onFailure()
                .recoverWithItem(Set.of());
    }

    @Scheduled(every = "10s", concurrentExecution = SKIP, skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> renew() {
        return Multi.createFrom()
                .iterable(Map.copyOf(visible).entrySet())
                .group()
                .intoLists()
                .of(MAX_CONNECTIONS)
                .onItem()
                .transformToUniAndConcatenate(page -> run(page.stream()
                        .flatMap(each -> shown(each.getValue(), each.getKey()).stream())
                        .toList()))
                .onItem()
                .ignoreAsUni()
                .onFailure()
                .invoke(failure -> Log.debugf("Visible clients are renewed later: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private List<Request> shown(String userId, String connectionId) {
        var now = clock.millis();
        return List.of(
                command(Command.ZREMRANGEBYSCORE, key(userId), "-inf", now),
                command(Command.ZADD, key(userId), now + LIFETIME.toMillis(), connectionId),
                command(Command.PEXPIRE, key(userId), LIFETIME.toMillis()));
    }

    private Uni<List<Response>> run(List<Request> requests) {
        return Uni.createFrom()
                .completionStage(() -> redis.send(requests).toCompletionStage())
                .ifNoItem()
                .after(TIMEOUT)
                .fail();
    }

    private static String key(String userId) {
        return "visible:{" + userId + "}";
    }
}
