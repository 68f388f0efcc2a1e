package dev.natter.chat.push;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.CompositeFuture;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
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
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * One sorted set for each user: members are visible connections, scores the times at which they expire unless their replica
 * renews them. Those of a killed replica count for at most {@link #LIFETIME}.
 */
@ApplicationScoped
class RedisVisibleClients implements VisibleClients {

    private static final Duration LIFETIME = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int MAX_COMMANDS = 1_000;

    private final Redis redis;
    private final Clock clock;
    private final boolean isCluster;
    /** The visible connections of this replica, and whose they are. */
    private final Map<String, String> visible = new ConcurrentHashMap<>();

    RedisVisibleClients(
            Redis redis,
            Clock clock,
            @ConfigProperty(name = "quarkus.redis.client-type", defaultValue = "standalone") String clientType) {
        this.redis = redis;
        this.clock = clock;
        this.isCluster = clientType.equalsIgnoreCase("cluster");
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
                .onItem()
                .transformToIterable(each -> shown(each.getValue(), each.getKey()))
                .group()
                .intoLists()
                .of(MAX_COMMANDS)
                .onItem()
                .transformToUniAndConcatenate(this::run)
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
                .completionStage(() -> send(requests).toCompletionStage())
                .ifNoItem()
                .after(PATIENCE)
                .fail();
    }

    /** A batch of the driver goes to one node, so in a cluster each command finds its own. */
    private Future<List<Response>> send(List<Request> requests) {
        if (requests.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        return isCluster
                ? Future.join(requests.stream().map(redis::send).toList()).map(CompositeFuture::list)
                : redis.batch(requests);
    }

    private static Request command(Command command, Object... arguments) {
        var request = Request.cmd(command);
        Stream.of(arguments).map(Object::toString).forEach(request::arg);
        return request;
    }

    private static String key(String userId) {
        return "visible:{" + userId + "}";
    }
}
