package dev.natter.chat.cluster;

import static dev.natter.chat.Unis.get;

import dev.natter.chat.TestTimers;
import dev.natter.chat.conversation.InMemoryConversations;
import dev.natter.chat.delivery.FakeBroker;
import dev.natter.chat.routing.FakeRedis;
import dev.natter.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Everything that replicas have in common, in memory and moved by hand: a clock, a Redis, a broker, a store. */
final class World {

    final TestClock clock = new TestClock();
    final TestTimers timers = new TestTimers(clock);
    final FakeRedis redis = new FakeRedis(clock);
    final FakeBroker broker = new FakeBroker();
    final InMemoryConversations conversations = new InMemoryConversations();
    final List<Replica> replicas = new ArrayList<>();
    final Set<String> users = new TreeSet<>();
    private int started;
    /** Counts what happens. */
    int step;

    /** Makes a conversation, before any replica starts. */
    void converse(String id, String... userIds) {
        conversations.with(id, userIds);
        users.addAll(List.of(userIds));
    }

    /** Those who share a conversation with this user. */
    Set<String> contactsOf(String userId) {
        return get(conversations.memberships().contactsAmong(userId, users));
    }

    /** Whether the user is connected to a replica that lives. */
    boolean isConnected(String userId) {
        return replicas.stream()
                .flatMap(replica -> replica.clients.values().stream())
                .anyMatch(client -> client.userId.equals(userId));
    }

    Replica start() {
        var replica = new Replica(this, "r" + ++started);
        replicas.add(replica);
        replica.connectBroker();
        return replica;
    }

    /** As by kill -9. */
    void kill(Replica replica) {
        replicas.remove(replica);
        broker.disconnect(replica.id);
        replica.kill();
    }

    /** Lets everything that is on its way arrive. */
    void settle() {
        while (moveOne()) {
            observe();
        }
        observe();
    }

    private boolean moveOne() {
        var moved = redis.executeNext() | redis.answerNext();
        for (var replica : List.copyOf(replicas)) {
            moved |= replica.receiveNext();
            moved |= broker.confirmNext(replica.id, true);
        }
        return moved;
    }

    /** Time passes, second by second, and everything arrives. */
    void live(int seconds) {
        for (var second = 0; second < seconds; second++) {
            tick();
            settle();
        }
    }

    /** A second passes. */
    void tick() {
        timers.advance(Duration.ofSeconds(1));
        List.copyOf(replicas).forEach(Replica::tick);
    }

    /** Clients look at what has come to them. */
    void observe() {
        replicas.forEach(Replica::observe);
    }
}
