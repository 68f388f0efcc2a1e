package dev.natter.chat.presence;

import dev.natter.chat.replica.ReplicaConfig;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Leases as sorted sets whose scores are the times at which they end: one for each user (members: connections; what
 * presence reads), one for each replica (members: users; what snapshots read), one of all replicas. Every command has one
 * key, and a batch is pipelined over a connection that finds the node of each key, so that a cluster can hold them.
 */
@ApplicationScoped
class RedisLeases implements Leases {

    private static final String USER = "presence:user:";
    private static final String REPLICA = "presence:replica:";
    private static final String REPLICAS = "presence:replicas";
    private static final String START = "0";

    private final String self;
    private final PresenceConfig config;
    private final Clock clock;
    private final Redis redis;

    RedisLeases(ReplicaConfig replica, PresenceConfig config, Clock clock, Redis redis) {
        this.self = replica.id();
        this.config = config;
        this.clock = clock;
        this.redis = redis;
    }

    @Override
    public Uni<Void> write(Moves moves) {
        var batch = new ArrayList<Request>();
        add(batch, moves.taken());
        take(batch, moves.ended());
        if (!moves.went().isEmpty()) {
            var gone = Request.cmd(Command.ZREM).arg(REPLICA + self);
            moves.went().forEach(gone::arg);
            batch.add(gone);
        }
        return pipeline(batch);
    }

    @Override
    public Uni<Void> renew(Collection<Lease> leases) {
        return pageByPage(leases, this::add).chain(this::renewReplica);
    }

    private Uni<Void> pageByPage(Collection<Lease> leases, BiConsumer<List<Request>, List<Lease>> step) {
        return Multi.createFrom()
                .iterable(leases)
                .group()
                .intoLists()
                .of(config.page())
                .onItem()
                .transformToUniAndConcatenate(page -> {
                    var batch = new ArrayList<Request>();
                    step.accept(batch, page);
                    return pipeline(batch);
                })
                .onItem()
                .ignoreAsUni();
    }

    /** Last, because it says that all the others are written. */
    private Uni<Void> renewReplica() {
        var now = clock.millis();
        return pipeline(List.of(
                Request.cmd(Command.ZREMRANGEBYSCORE)
                        .arg(REPLICA + self)
                        .arg("-inf")
                        .arg(now),
                Request.cmd(Command.ZADD).arg(REPLICAS).arg(end(now)).arg(self),
                Request.cmd(Command.ZREMRANGEBYSCORE).arg(REPLICAS).arg("-inf").arg(now)));
    }

    private void add(List<Request> batch, Collection<Lease> leases) {
        if (leases.isEmpty()) {
            return;
        }
        var now = clock.millis();
        var replica = Request.cmd(Command.ZADD).arg(REPLICA + self);
        byUser(leases).forEach((userId, connections) -> {
            var lease = Request.cmd(Command.ZADD).arg(USER + userId);
            connections.forEach(connection -> lease.arg(end(now)).arg(member(connection)));
            batch.add(lease);
            batch.add(Request.cmd(Command.ZREMRANGEBYSCORE)
                    .arg(USER + userId)
                    .arg("-inf")
                    .arg(now));
            batch.add(expiry(USER + userId));
            replica.arg(end(now)).arg(userId);
        });
        batch.add(replica);
        batch.add(expiry(REPLICA + self));
    }

    private void take(List<Request> batch, Collection<Lease> leases) {
        byUser(leases).forEach((userId, connections) -> {
            var ended = Request.cmd(Command.ZREM).arg(USER + userId);
            connections.forEach(connection -> ended.arg(member(connection)));
            batch.add(ended);
        });
    }

    @Override
    public Uni<Void> end(Collection<Lease> leases) {
        return pageByPage(leases, this::take)
                .chain(() -> pipeline(List.of(
                        Request.cmd(Command.ZREM).arg(REPLICAS).arg(self),
                        Request.cmd(Command.DEL).arg(REPLICA + self))));
    }

    @Override
    public Uni<Map<String, Long>> replicas() {
        return send(Request.cmd(Command.ZRANGE)
                        .arg(REPLICAS)
                        .arg("(" + clock.millis())
                        .arg("+inf")
                        .arg("BYSCORE")
                        .arg("LIMIT")
                        .arg(0)
                        .arg(config.page())
                        .arg("WITHSCORES"))
                .map(RedisLeases::scores);
    }

    @Override
    public Uni<Void> usersOf(String replicaId, Consumer<List<String>> page) {
        var cursor = new String[] {START};
        return Multi.createBy()
                .repeating()
                .uni(() -> scan(replicaId, cursor[0]))
                .whilst(response -> !response.get(0).toString().equals(START))
                .invoke(response -> {
                    cursor[0] = response.get(0).toString();
                    page.accept(open(scores(response.get(1))));
                })
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Response> scan(String replicaId, String cursor) {
        return send(Request.cmd(Command.ZSCAN)
                .arg(REPLICA + replicaId)
                .arg(cursor)
                .arg("COUNT")
                .arg(config.page()));
    }

    private List<String> open(Map<String, Long> ends) {
        var now = clock.millis();
        return ends.entrySet().stream()
                .filter(end -> end.getValue() > now)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** RESP2 answers members and scores in one flat list, RESP3 in pairs. */
    private static Map<String, Long> scores(Response response) {
        var scores = new HashMap<String, Long>();
        for (var i = 0; i < response.size(); i++) {
            var item = response.get(i);
            if (item.type() == ResponseType.MULTI) {
                scores.put(item.get(0).toString(), score(item.get(1)));
            } else {
                scores.put(item.toString(), score(response.get(++i)));
            }
        }
        return scores;
    }

    private static long score(Response response) {
        return (long) Double.parseDouble(response.toString());
    }

    private static Map<String, List<String>> byUser(Collection<Lease> leases) {
        var users = new LinkedHashMap<String, List<String>>();
        leases.forEach(lease -> users.computeIfAbsent(lease.userId(), absent -> new ArrayList<>(1))
                .add(lease.connectionId()));
        return users;
    }

    /** A connection is named together with its replica, so that a reader can tell where it is. */
    private String member(String connectionId) {
        return self + ":" + connectionId;
    }

    private long end(long now) {
        return now + config.lease().toMillis();
    }

    private Request expiry(String key) {
        return Request.cmd(Command.PEXPIRE).arg(key).arg(config.lease().toMillis());
    }

    /** Whoever gives up waiting must not keep the connection, so it goes back whatever becomes of the Uni. */
    private Uni<Void> pipeline(List<Request> batch) {
        if (batch.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return bounded(Uni.createFrom()
                .completionStage(() -> redis.connect()
                        .compose(connection -> Future.join(
                                        batch.stream().map(connection::send).toList())
                                .onComplete(sent -> connection.close()))
                        .<Void>mapEmpty()
                        .toCompletionStage()));
    }

    private Uni<Response> send(Request command) {
        return bounded(
                Uni.createFrom().completionStage(() -> redis.send(command).toCompletionStage()));
    }

    private <T> Uni<T> bounded(Uni<T> call) {
        Duration longest = config.redisTimeout();
        return call.ifNoItem().after(longest).fail();
    }
}
