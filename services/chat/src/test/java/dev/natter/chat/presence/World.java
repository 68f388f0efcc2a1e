package dev.natter.chat.presence;

import dev.natter.events.PresenceEvent;
import dev.natter.testing.TestClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that replicas have in common, in memory and moved by hand: a clock, a broker with a queue of each kind for
 * each replica, a Redis. What happens next is the test's to choose.
 */
final class World {

    /** A broker's queues for one replica; they go with its link. */
    static final class Queues {
        final Deque<PresenceEvent> fanout = new ArrayDeque<>();
        final Deque<Object> direct = new ArrayDeque<>();
    }

    final PresenceConfig config = new Config();
    final TestClock clock = new TestClock();
    final Map<String, Queues> queues = new LinkedHashMap<>();
    final List<Replica> replicas = new ArrayList<>();
    final FakeRedis redis = new FakeRedis();
    private int started;

    Replica start() {
        var replica = new Replica(this, "r" + ++started);
        replicas.add(replica);
        replica.linkUp();
        return replica;
    }

    /** As by kill -9: no word to anybody. */
    void kill(Replica replica) {
        replicas.remove(replica);
        queues.remove(replica.id);
    }

    void toAll(PresenceEvent event) {
        queues.values().forEach(queue -> queue.fanout.add(event));
    }

    void toOne(String replicaId, Object event) {
        var queue = queues.get(replicaId);
        if (queue != null) {
            queue.direct.add(event);
        }
    }

    /** Lets everything that is on its way arrive. */
    void settle() {
        var moved = true;
        while (moved) {
            moved = false;
            for (var replica : List.copyOf(replicas)) {
                moved |= replica.hearNext();
                moved |= replica.receiveNext();
                moved |= replica.work();
            }
        }
    }

    /** Time passes, second by second, and everything arrives. */
    void live(int seconds) {
        for (var second = 0; second < seconds; second++) {
            clock.advance(Duration.ofSeconds(1));
            replicas.forEach(Replica::second);
            settle();
        }
    }

    /** A Redis that can be away, and can lose everything. */
    static final class FakeRedis {
        final Map<String, Map<String, Long>> users = new HashMap<>();
        final Map<String, Long> replicas = new HashMap<>();
        boolean isAway;

        void lose() {
            users.clear();
            replicas.clear();
        }

        void add(String replicaId, Collection<Lease> leases, long until) {
            leases.forEach(lease ->
                    users.computeIfAbsent(replicaId, absent -> new HashMap<>()).put(lease.userId(), until));
        }
    }

    /** A frame for a user, on its way to a replica. */
    record Frame(String userId, int number) {}

    /** A frame for a user could not be sent. */
    record Missed(String userId) {}
}
