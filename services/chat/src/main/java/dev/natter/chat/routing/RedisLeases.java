package dev.natter.chat.routing;

import static dev.natter.redis.RedisPipeline.command;

import dev.natter.chat.routing.Leases.Acquire;
import dev.natter.chat.routing.Leases.Departure;
import dev.natter.chat.routing.Leases.EndGrace;
import dev.natter.chat.routing.Leases.LeaseWrite;
import dev.natter.chat.routing.Leases.Release;
import dev.natter.chat.routing.Leases.Renewal;
import dev.natter.chat.routing.Leases.Result;
import dev.natter.redis.RedisPipeline;
import dev.natter.redis.RedisScript;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One sorted set for each user: members are connections with their replica, scores the times at which they expire, in the
 * clocks of the replicas, which may differ by less than a lease without its renewal. An index of expiries in {@value
 * #INDEX_PARTS} parts tells the sweep where to look; the script over the user's own set decides. Every command has keys of
 * one slot, so that a cluster can shard the users.
 */
@ApplicationScoped
class RedisLeases implements Leases {

    static final int INDEX_PARTS = 16;

    private static final String GRACE = "grace";
    private static final int MAX_USERS = 300;
    private static final int MAX_SWEPT = 100;
    /** A set that the sweep does not reach, because its part of the index was lost, vanishes by itself. */
    private static final int LEASES_KEPT = 10;

    private static final RedisScript ACQUIRE = RedisScript.named("lease-acquire");
    private static final RedisScript RELEASE = RedisScript.named("lease-release");
    private static final RedisScript SWEEP = RedisScript.named("lease-sweep");
    private static final RedisScript UNINDEX = RedisScript.named("lease-unindex");

    private final String self;
    private final RoutingConfig config;
    private final Clock clock;
    private final RedisPipeline redis;

    RedisLeases(ReplicaConfig replica, RoutingConfig config, Clock clock, RedisPipeline redis) {
        this.self = replica.id();
        this.config = config;
        this.clock = clock;
        this.redis = redis;
    }

    @Override
    public Uni<List<Result>> write(List<LeaseWrite> writes) {
        var now = clock.millis();
        var requests = new ArrayList<Request>();
        var index = new Index();
        for (var write : writes) {
            if (write instanceof Acquire acquire) {
                var expiry = now + config.lease().toMillis();
                requests.add(eval(ACQUIRE, key(acquire.userId()), member(acquire.connectionId()), expiry, kept()));
                index.add(acquire.userId(), expiry);
            } else if (write instanceof Release release) {
                var graceUntil = release.isFinal() ? 0 : now + config.grace().toMillis();
                requests.add(
                        eval(RELEASE, key(release.userId()), member(release.connectionId()), now, graceUntil, kept()));
                if (!release.isFinal()) {
                    index.add(release.userId(), graceUntil);
                }
            } else if (write instanceof EndGrace end) {
                requests.add(eval(RELEASE, key(end.userId()), "", now, 0, kept()));
            }
        }
        requests.addAll(index.requests());
        return bounded(redis.send(requests))
                .map(responses -> responses.stream()
                        .limit(writes.size())
                        .map(response -> new Result(
                                response.get(0).toInteger() == 1,
                                response.get(1).toLong()))
                        .toList());
    }

    @Override
    public Uni<Renewal> renew(Map<String, List<String>> connectionIds) {
        if (connectionIds.isEmpty()) {
            return bounded(redis.send(List.of(command(Command.PING)))).replaceWith(new Renewal(Set.of(), Set.of()));
        }
        return Multi.createFrom()
                .iterable(connectionIds.entrySet())
                .group()
                .intoLists()
                .of(MAX_USERS)
                .onItem()
                .transformToUniAndConcatenate(this::renewPage)
                .collect()
                .in(() -> new Renewal(new HashSet<>(), new HashSet<>()), (all, some) -> {
                    all.missing().addAll(some.missing());
                    all.bereft().addAll(some.bereft());
                });
    }

    private Uni<Renewal> renewPage(List<Map.Entry<String, List<String>>> page) {
        var now = clock.millis();
        var expiry = now + config.lease().toMillis();
        var requests = new ArrayList<Request>();
        var index = new Index();
        for (var user : page) {
            // First, so that its answer is at the place of its user. XX: a lease that was released is not brought back.
            var renewal = command(Command.ZADD, key(user.getKey()), "XX", "CH");
            user.getValue().forEach(connection -> renewal.arg(expiry).arg(member(connection)));
            requests.add(renewal);
            index.add(user.getKey(), expiry);
        }
        for (var user : page) {
            requests.add(command(Command.ZREMRANGEBYSCORE, key(user.getKey()), "-inf", now));
            requests.add(command(Command.PEXPIRE, key(user.getKey()), kept()));
        }
        requests.addAll(index.requests());
        return bounded(redis.send(requests)).map(responses -> {
            var missing = new HashSet<String>();
            var bereft = new HashSet<String>();
            for (var at = 0; at < page.size(); at++) {
                var user = page.get(at);
                if (responses.get(at).toInteger() < user.getValue().size()) {
                    missing.add(user.getKey());
                } else if (responses.get(page.size() + 2 * at).toInteger() > 0) {
                    bereft.add(user.getKey());
                }
            }
            return new Renewal(missing, bereft);
        });
    }

    @Override
    public CompletionStage<Map<String, Set<String>>> find(Collection<String> userIds) {
        var users = List.copyOf(userIds);
        var requests = users.stream()
                .map(user -> command(Command.ZRANGE, key(user), 0, -1))
                .toList();
        return redis.send(requests).map(responses -> routes(users, responses)).toCompletionStage();
    }

    /** Expired leases are routes, too: a replica that was too slow to renew them is likely alive. */
    private static Map<String, Set<String>> routes(List<String> users, List<Response> responses) {
        var routes = new HashMap<String, Set<String>>();
        for (var at = 0; at < users.size(); at++) {
            var leases = responses.get(at);
            if (leases.size() > 0) {
                var replicas = new HashSet<String>(2);
                for (var lease : leases) {
                    var member = lease.toString();
                    if (!member.equals(GRACE)) {
                        replicas.add(member.substring(0, member.indexOf(':')));
                    }
                }
                routes.put(users.get(at), replicas);
            }
        }
        return routes;
    }

    @Override
    public Uni<List<Departure>> sweep() {
        var now = clock.millis();
        var requests = IntStream.range(0, INDEX_PARTS)
                .mapToObj(part -> command(Command.ZRANGE, index(part), "-inf", now, "BYSCORE", "LIMIT", 0, MAX_SWEPT))
                .toList();
        return bounded(redis.send(requests)).chain(parts -> {
            var due = new ArrayList<String>();
            parts.forEach(part -> part.forEach(user -> due.add(user.toString())));
            return due.isEmpty() ? Uni.createFrom().item(List.of()) : sweep(due, now);
        });
    }

    private Uni<List<Departure>> sweep(List<String> due, long now) {
        var requests = due.stream().map(user -> eval(SWEEP, key(user), now)).toList();
        return bounded(redis.send(requests))
                .call(swept -> index(due, swept, now))
                .map(swept -> departures(due, swept));
    }

    private List<Departure> departures(List<String> due, List<Response> swept) {
        var gone = new ArrayList<Departure>();
        for (var at = 0; at < due.size(); at++) {
            var answer = swept.get(at);
            if (answer.get(0).toInteger() == 1) {
                var since = score(answer.get(3));
                var lived = answer.get(2).toString().equals(GRACE) ? config.grace() : config.lease();
                gone.add(new Departure(
                        due.get(at),
                        Instant.ofEpochMilli(since).minus(lived),
                        answer.get(1).toLong()));
            }
        }
        return gone;
    }

    /** Brings the index in line with what was found. */
    private Uni<List<Response>> index(List<String> due, List<Response> swept, long now) {
        var left = new Index();
        var requests = new HashMap<Integer, Request>();
        for (var at = 0; at < due.size(); at++) {
            var next = score(swept.get(at).get(4));
            if (next > 0) {
                left.add(due.get(at), next);
            } else {
                requests.computeIfAbsent(part(due.get(at)), part -> eval(UNINDEX, index(part), now))
                        .arg(due.get(at));
            }
        }
        var all = new ArrayList<>(requests.values());
        all.addAll(left.requests());
        return bounded(redis.send(all));
    }

    private static long score(Response score) {
        return (long) Double.parseDouble(score.toString());
    }

    private static Request eval(RedisScript script, String key, Object... arguments) {
        var request = command(Command.EVAL, script.source(), 1, key);
        Stream.of(arguments).map(Object::toString).forEach(request::arg);
        return request;
    }

    private static String key(String userId) {
        return "leases:{" + userId + "}";
    }

    private static int part(String userId) {
        return Math.floorMod(userId.hashCode(), INDEX_PARTS);
    }

    private static String index(int part) {
        return "lease-index:{" + part + "}";
    }

    private String member(String connectionId) {
        return self + ":" + connectionId;
    }

    private long kept() {
        return config.lease().toMillis() * LEASES_KEPT;
    }

    /** When to look at which users, one command for each part of the index. */
    private static final class Index {

        private final Map<Integer, Request> byPart = new HashMap<>();

        void add(String userId, long at) {
            byPart.computeIfAbsent(part(userId), part -> command(Command.ZADD, index(part)))
                    .arg(at)
                    .arg(userId);
        }

        Collection<Request> requests() {
            return byPart.values();
        }
    }

    private <T> Uni<T> bounded(Future<T> call) {
        return Uni.createFrom()
                .completionStage(call.toCompletionStage())
                .ifNoItem()
                .after(config.writeTimeout())
                .fail();
    }
}
