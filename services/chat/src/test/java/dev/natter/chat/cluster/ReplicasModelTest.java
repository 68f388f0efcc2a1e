package dev.natter.chat.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.events.PresenceEvent.PresenceChanged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random histories of replicas that start, die, lose their broker and their Redis, while users come, go and write. */
class ReplicasModelTest {

    private static final List<List<String>> CONVERSATIONS = List.of(
            List.of("ada", "bob"), List.of("bob", "cleo"), List.of("ada", "cleo", "dan"), List.of("eve", "fay"));

    private record Sent(int number, List<String> to, int step, Replica by) {}

    private final World world = new World();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Client> clients = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private Random random;
    /** Whether Redis keeps what is written, and renewals get through in time. */
    private boolean redisHolds;

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("seeds", 300));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverHappensNothingIsMissedUnknowinglyAndPresenceIsRightInTheEnd(int seed) {
        random = new Random(seed);
        redisHolds = seed % 2 == 0;
        IntStream.range(0, CONVERSATIONS.size())
                .forEach(at -> world.converse("c" + at, CONVERSATIONS.get(at).toArray(String[]::new)));
        world.start();
        world.start();
        world.live(7);
        world.redis.isSlow = true;
        for (world.step = 1; world.step <= 300; world.step++) {
            act();
            world.observe();
        }
        calm();
        checkMessages();
        checkPresence();
    }

    private void act() {
        var replica = any(world.replicas);
        switch (random.nextInt(24)) {
            case 0, 1, 2 -> connect(replica);
            case 3 -> disconnect(replica);
            case 4, 5, 6, 7 -> write(replica);
            case 8, 9, 10, 11 -> world.redis.executeNext();
            case 12, 13, 14, 15 -> world.redis.answerNext();
            case 16, 17 -> replica.receiveNext();
            case 18 -> world.broker.confirmNext(replica.id, random.nextInt(20) > 0);
            case 19 -> pass(1 + random.nextInt(3));
            case 20 -> world.settle();
            case 21 -> disturb(replica);
            case 22 -> signOut();
            default -> reconnectBroker(replica);
        }
    }

    private void connect(Replica replica) {
        var client = replica.connect(any(List.copyOf(world.users)));
        clients.add(client);
        log.add(world.step + " connect " + client);
    }

    private void disconnect(Replica replica) {
        if (!replica.clients.isEmpty()) {
            var client = any(List.copyOf(replica.clients.values()));
            replica.disconnect(client);
            log.add(world.step + " disconnect " + client);
        }
    }

    private void signOut() {
        var user = any(List.copyOf(world.users));
        log.add(world.step + " sign out " + user);
        world.replicas.forEach(replica -> replica.signedOut(user));
        world.replicas.forEach(replica -> List.copyOf(replica.clients.values()).stream()
                .filter(client -> client.userId.equals(user))
                .forEach(replica::disconnect));
    }

    private void write(Replica from) {
        var message = new Sent(sent.size(), any(CONVERSATIONS), world.step, from);
        sent.add(message);
        log.add(world.step + " " + from.id + " sends " + message.number() + " to " + message.to());
        from.send(message.to(), message.number());
    }

    private void pass(int seconds) {
        for (var second = 0; second < seconds; second++) {
            world.tick();
        }
    }

    private void disturb(Replica replica) {
        switch (random.nextInt(7)) {
            case 0 -> {
                if (world.replicas.size() > 2) {
                    if (redisHolds) {
                        // It has published all its users first: what it has not published does not count.
                        reconnectBroker(replica);
                        world.settle();
                    }
                    log.add(world.step + " kill " + replica.id);
                    world.kill(replica);
                    // What it had not published, it could only have made good by living on.
                    sent.removeIf(message -> message.by() == replica);
                }
            }
            case 1 -> {
                if (world.replicas.size() < 4) {
                    log.add(world.step + " start " + world.start().id);
                }
            }
            case 2, 3 -> {
                if (replica.isConnected()) {
                    log.add(world.step + " cut " + replica.id);
                    replica.disconnectBroker();
                }
            }
            case 4 -> {
                if (redisHolds) {
                    return;
                }
                world.redis.isUnavailable = !world.redis.isUnavailable;
                log.add(world.step + " Redis " + (world.redis.isUnavailable ? "unavailable" : "available"));
            }
            case 5 -> {
                if (!redisHolds) {
                    log.add(world.step + " Redis emptied");
                    world.redis.flush();
                }
            }
            default -> {
                var seconds = 20 + random.nextInt(40);
                if (redisHolds) {
                    world.live(seconds);
                } else {
                    // Renewals do not get through: leases expire although their replicas live.
                    pass(seconds);
                }
            }
        }
    }

    private void reconnectBroker(Replica replica) {
        if (!replica.isConnected()) {
            log.add(world.step + " connect " + replica.id);
            replica.connectBroker();
        }
    }

    /** Everything is back, and there is time for it all. */
    private void calm() {
        world.redis.isUnavailable = false;
        world.replicas.forEach(this::reconnectBroker);
        world.live(150);
    }

    /** What was stored after a connection was ready came to it, or it got a resync later. */
    private void checkMessages() {
        for (var client : clients) {
            if (!client.isClosed) {
                assertThat(client.isReady).as("%s is ready; %s", client, log).isTrue();
                assertThat(sent.stream()
                                .filter(message -> message.to().contains(client.userId))
                                .filter(message -> message.step() > client.completeAt)
                                .map(Sent::number))
                        .as("%s, complete at %s; %s", client, client.completeAt, log)
                        .isSubsetOf(client.received);
            }
        }
    }

    private void checkPresence() {
        for (var client : clients) {
            if (!client.isClosed) {
                var truth = new TreeMap<String, Boolean>();
                world.contactsOf(client.userId).forEach(user -> truth.put(user, world.isConnected(user)));
                assertThat(new TreeMap<>(client.online))
                        .as("%s; %s", client, log)
                        .isEqualTo(truth);
            }
        }
        if (redisHolds) {
            // Otherwise a connection that ends without a lease counts as the last one, rather than stay online for
            // ever.
            world.users.forEach(this::checkOfflineOnce);
        }
    }

    /** In the order of their versions, between two times offline a user was online. */
    private void checkOfflineOnce(String user) {
        var changes = world.broker.broadcasts().stream()
                .filter(PresenceChanged.class::isInstance)
                .map(PresenceChanged.class::cast)
                .filter(change -> change.userId().equals(user))
                .sorted(Comparator.comparing(PresenceChanged::version))
                .map(change -> change.version() + (change.online() ? " online" : " offline"))
                .distinct()
                .map(change -> change.endsWith("online"))
                .toList();
        for (var at = 1; at < changes.size(); at++) {
            assertThat(changes.get(at) || changes.get(at - 1))
                    .as("%s went offline twice in a row: %s; %s", user, changes, log)
                    .isTrue();
        }
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
