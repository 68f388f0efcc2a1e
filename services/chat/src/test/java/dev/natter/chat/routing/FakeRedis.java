package dev.natter.chat.routing;

import dev.natter.chat.routing.Leases.Acquire;
import dev.natter.chat.routing.Leases.Departure;
import dev.natter.chat.routing.Leases.EndGrace;
import dev.natter.chat.routing.Leases.Release;
import dev.natter.chat.routing.Leases.Renewal;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Leases as long as a test lasts, shared by several replicas; {@link LeasesContract} holds for it as for the real ones. It can
 * be unavailable, be emptied, and be slow: then commands and answers wait until the test lets them pass, one by one.
 */
public final class FakeRedis {

    static final Duration LEASE = Duration.ofSeconds(45);
    static final Duration GRACE = Duration.ofSeconds(5);

    private static final String GRACE_MEMBER = "grace";

    private final Clock clock;
    private final Map<String, Map<String, Long>> leases = new HashMap<>();
    private final Deque<Runnable> commands = new ArrayDeque<>();
    private final Deque<Runnable> answers = new ArrayDeque<>();
    private long version;
    private int batches;
    public boolean isUnavailable;
    public boolean isSlow;

    public FakeRedis(Clock clock) {
        this.clock = clock;
    }

    Leases of(String replicaId) {
        return new View(replicaId);
    }

    /** Writes leases of a replica that is not part of the test. */
    public void holds(String replicaId, String... userIds) {
        for (var userId : userIds) {
            leases.computeIfAbsent(userId, id -> new HashMap<>())
                    .put(replicaId + ":" + userId, clock.millis() + LEASE.toMillis());
        }
    }

    /** Loses everything. */
    public void flush() {
        leases.clear();
    }

    /** Whether the user has a lease, or is within the grace period. */
    public boolean isOnline(String userId) {
        return leases.containsKey(userId);
    }

    /** Batches of commands that were sent to it. */
    public int batches() {
        return batches;
    }

    /** Executes the next command; false when there is none. */
    public boolean executeNext() {
        return run(commands);
    }

    /** Delivers the next answer; false when there is none. */
    public boolean answerNext() {
        return run(answers);
    }

    private static boolean run(Deque<Runnable> queue) {
        var next = queue.poll();
        if (next != null) {
            next.run();
        }
        return next != null;
    }

    private <T> CompletionStage<T> call(Supplier<T> command) {
        batches++;
        var answer = new CompletableFuture<T>();
        commands.add(() -> execute(command, answer));
        while (!isSlow && (executeNext() || answerNext())) {
            // At once.
        }
        return answer;
    }

    private <T> void execute(Supplier<T> command, CompletableFuture<T> answer) {
        if (isUnavailable) {
            answers.add(() -> answer.completeExceptionally(new IllegalStateException("Redis is unavailable")));
        } else {
            var result = command.get();
            answers.add(() -> answer.complete(result));
        }
    }

    private boolean expire(String userId, long now) {
        var mine = leases.get(userId);
        var expired = mine != null && mine.values().removeIf(expiry -> expiry <= now);
        tidy(userId);
        return expired;
    }

    private void tidy(String userId) {
        leases.computeIfPresent(userId, (id, mine) -> mine.isEmpty() ? null : mine);
    }

    private final class View implements Leases {

        private final String replicaId;

        View(String replicaId) {
            this.replicaId = replicaId;
        }

        private String member(String connectionId) {
            return replicaId + ":" + connectionId;
        }

        @Override
        public Uni<List<Leases.Result>> write(List<Leases.LeaseWrite> writes) {
            var copy = List.copyOf(writes);
            return Uni.createFrom()
                    .completionStage(
                            () -> call(() -> copy.stream().map(this::apply).toList()));
        }

        private Leases.Result apply(Leases.LeaseWrite write) {
            var isEdge = false;
            if (write instanceof Acquire acquire) {
                isEdge = !leases.containsKey(acquire.userId());
                var mine = leases.computeIfAbsent(acquire.userId(), id -> new HashMap<>());
                mine.remove(GRACE_MEMBER);
                mine.put(member(acquire.connectionId()), clock.millis() + LEASE.toMillis());
            } else if (write instanceof Release release) {
                isEdge = release(release.userId(), member(release.connectionId()), release.isFinal());
            } else if (write instanceof EndGrace end) {
                isEdge = release(end.userId(), "", true);
            }
            return new Leases.Result(isEdge, ++version);
        }

        private boolean release(String userId, String member, boolean isFinal) {
            var mine = leases.computeIfAbsent(userId, id -> new HashMap<>());
            var removed = mine.remove(member) != null;
            if (isFinal) {
                removed |= mine.remove(GRACE_MEMBER) != null;
            }
            if (mine.values().stream().anyMatch(expiry -> expiry > clock.millis())) {
                return false;
            }
            removed |= !mine.isEmpty();
            mine.clear();
            if (!isFinal) {
                mine.put(GRACE_MEMBER, clock.millis() + GRACE.toMillis());
            }
            tidy(userId);
            return isFinal && (removed || !member.isEmpty());
        }

        @Override
        public Uni<Renewal> renew(Map<String, List<String>> connectionIds) {
            return Uni.createFrom()
                    .completionStage(() -> call(() -> {
                        var renewal = new Renewal(new HashSet<>(), new HashSet<>());
                        connectionIds.forEach((userId, connections) -> renew(userId, connections, renewal));
                        return renewal;
                    }));
        }

        private void renew(String userId, List<String> connectionIds, Renewal renewal) {
            var mine = leases.getOrDefault(userId, Map.of());
            var members = connectionIds.stream().map(this::member).toList();
            members.stream()
                    .filter(mine::containsKey)
                    .forEach(member -> mine.put(member, clock.millis() + LEASE.toMillis()));
            var isComplete = mine.keySet().containsAll(members);
            var hasExpired = expire(userId, clock.millis());
            if (!isComplete) {
                renewal.missing().add(userId);
            } else if (hasExpired) {
                renewal.bereft().add(userId);
            }
        }

        @Override
        public CompletionStage<Map<String, Set<String>>> find(Collection<String> userIds) {
            var users = List.copyOf(userIds);
            return call(() -> {
                var found = new HashMap<String, Set<String>>();
                for (var userId : users) {
                    if (leases.containsKey(userId)) {
                        var replicas = new HashSet<String>();
                        leases.get(userId).keySet().stream()
                                .filter(member -> !member.equals(GRACE_MEMBER))
                                .forEach(member -> replicas.add(member.substring(0, member.indexOf(':'))));
                        found.put(userId, replicas);
                    }
                }
                return found;
            });
        }

        @Override
        public Uni<List<Departure>> sweep() {
            return Uni.createFrom()
                    .completionStage(() -> call(() -> {
                        var gone = new ArrayList<Departure>();
                        for (var userId : List.copyOf(leases.keySet())) {
                            var last = leases.get(userId).entrySet().stream()
                                    .max(Map.Entry.comparingByValue())
                                    .orElseThrow();
                            if (last.getValue() <= clock.millis()) {
                                leases.remove(userId);
                                var lived = last.getKey().equals(GRACE_MEMBER) ? GRACE : LEASE;
                                gone.add(new Departure(
                                        userId,
                                        Instant.ofEpochMilli(last.getValue()).minus(lived),
                                        ++version));
                            }
                        }
                        return gone;
                    }));
        }
    }
}
