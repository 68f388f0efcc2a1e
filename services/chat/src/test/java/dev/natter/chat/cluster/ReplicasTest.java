package dev.natter.chat.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.events.DeliveryEvent.FramesPushed;
import dev.natter.events.PresenceEvent.PresenceChanged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What replicas promise each other's clients, whatever becomes of Redis, the broker and each other. */
class ReplicasTest {

    private static final String ADA = "ada";
    private static final String BOB = "bob";
    private static final List<String> BOTH = List.of(ADA, BOB);

    private final World world = new World();
    private Replica one;
    private Replica two;

    @BeforeEach
    void start() {
        world.converse("lunch", ADA, BOB);
        world.converse("alone", "eve", "fay");
        one = world.start();
        two = world.start();
        world.live(10);
    }

    private Client connected(Replica replica, String userId) {
        var client = replica.connect(userId);
        world.settle();
        return client;
    }

    private List<PresenceChanged> changes() {
        return world.broker.broadcasts().stream()
                .filter(PresenceChanged.class::isInstance)
                .map(PresenceChanged.class::cast)
                .toList();
    }

    private List<Boolean> announced(String userId) {
        return changes().stream()
                .filter(change -> change.userId().equals(userId))
                .map(PresenceChanged::online)
                .toList();
    }

    private List<String> routingKeys() {
        return world.broker.published().stream().map(each -> each.routingKey()).toList();
    }

    @Test
    void aFrameGoesToTheReplicasThatHoldARecipientAndToNoOther() {
        world.start();
        var adas = connected(one, ADA);
        var bobs = connected(two, BOB);
        var adasOther = connected(two, ADA);

        one.send(BOTH, 1);
        world.settle();

        assertThat(List.of(adas, bobs, adasOther)).allMatch(client -> client.received.equals(Set.of(1)));
        assertThat(routingKeys()).containsExactly("r2");
    }

    @Test
    void theLeaseIsWrittenBeforeReady() {
        world.redis.isSlow = true;

        var bobs = two.connect(BOB);
        assertThat(bobs.isReady).isFalse();
        world.redis.executeNext();
        one.send(List.of(BOB), 1);
        assertThat(bobs.isReady).as("ready before Redis has answered").isFalse();
        world.settle();

        assertThat(bobs.isReady).isTrue();
        assertThat(bobs.received).containsExactly(1);
    }

    /** Every order of: the lease is written, it is confirmed, the frame is looked up. */
    @Test
    void whatIsStoredAfterReadyArrivesHoweverLeaseAndLookupRace() {
        world.redis.isSlow = true;
        for (var before = 0; before < 6; before++) {
            var bobs = two.connect(BOB);
            for (var moves = 0; moves < before; moves++) {
                if (!world.redis.executeNext()) {
                    world.redis.answerNext();
                }
            }
            var wasReady = bobs.isReady;
            one.send(List.of(BOB), before);
            world.settle();
            assertThat(bobs.isReady).isTrue();
            assertThat(!wasReady || bobs.received.contains(before)).isTrue();
            two.disconnect(bobs);
            world.settle();
        }
    }

    @Test
    void aLeaseThatCouldNotBeWrittenIsWrittenBeforeRoutesAreLookedUpAgain() {
        world.redis.isUnavailable = true;
        world.live(1);
        world.redis.isUnavailable = false;
        world.redis.isSlow = true;
        world.tick();

        // The renewal that ends the outage is on its way, and does not know this connection.
        var bobs = two.connect(BOB);
        world.redis.isSlow = false;
        world.settle();
        world.live(8);
        one.send(List.of(BOB), 1);
        world.settle();

        assertThat(bobs.received).containsExactly(1);
        assertThat(routingKeys()).as("looked up").containsExactly("r2");
    }

    @Test
    void framesThatComeDuringALookupShareTheNextOne() {
        connected(two, BOB);
        world.redis.isSlow = true;
        var before = world.redis.batches();

        IntStream.range(0, 100).forEach(number -> one.send(List.of(BOB), number));
        world.settle();

        assertThat(world.redis.batches() - before).isEqualTo(2);
        assertThat(world.broker.published()).hasSize(2);
    }

    @Test
    void withoutRedisFramesAreBroadcastUntilItIsBack() {
        var adas = connected(one, ADA);
        var bobs = connected(two, BOB);
        world.redis.isUnavailable = true;
        var newcomer = new Client[1];

        for (var second = 0; second < 30; second++) {
            one.send(BOTH, second);
            world.live(1);
            if (second == 10) {
                newcomer[0] = connected(two, BOB);
            }
        }
        assertThat(bobs.received).hasSize(30);
        assertThat(adas.received).hasSize(30);
        assertThat(newcomer[0].received).hasSize(19);
        assertThat(routingKeys()).containsOnly("all");
        assertThat(adas.repeated)
                .as("the sender's replica hears its own broadcast")
                .isZero();
        world.redis.isUnavailable = false;
        world.live(20);
        world.broker.published().clear();
        one.send(BOTH, 30);
        world.settle();

        assertThat(bobs.received).contains(30);
        assertThat(newcomer[0].received).contains(30);
        assertThat(newcomer[0].resyncs).isPositive();
        assertThat(routingKeys()).containsExactly("r2");
    }

    /** Only the first lookup finds out; a dead Redis is not asked for every message. */
    @Test
    void aDeadRedisIsNotAskedForEveryMessage() {
        connected(two, BOB);
        world.redis.isUnavailable = true;
        one.send(List.of(BOB), 0);
        world.settle();
        var before = world.redis.batches();

        IntStream.range(1, 1_000).forEach(number -> one.send(List.of(BOB), number));

        assertThat(world.redis.batches()).isEqualTo(before);
    }

    @Test
    void redisEmptiedIsMadeGoodByAResync() {
        var adas = connected(one, ADA);
        var bobs = connected(two, BOB);
        one.send(BOTH, 1);
        world.settle();

        world.redis.flush();
        one.send(BOTH, 2);
        world.step++;
        world.live(15);

        assertThat(bobs.received).containsExactly(1);
        assertThat(bobs.resyncs).isEqualTo(1);
        assertThat(adas.resyncs).isEqualTo(1);
        one.send(BOTH, 3);
        world.settle();
        assertThat(bobs.received).containsExactlyInAnyOrder(1, 3);
    }

    @Test
    void aLostBrokerConnectionIsMadeGoodByAResyncOnBothSides() {
        var adas = connected(one, ADA);
        var bobs = connected(two, BOB);
        var eves = connected(two, "eve");
        one.disconnectBroker();

        one.send(BOTH, 1);
        two.send(BOTH, 2);
        world.settle();
        assertThat(bobs.received).containsExactly(2);
        assertThat(adas.received).containsExactly(1);
        world.step++;
        one.connectBroker();
        world.live(10);

        assertThat(adas.resyncs).as("frames for its own connections are lost").isPositive();
        assertThat(bobs.resyncs).as("frames for others could not be sent").isEqualTo(1);
        assertThat(eves.resyncs).as("nothing was for her").isZero();
    }

    @Test
    void ofAKilledReplicaPeopleGoOfflineExactlyOnce() {
        world.start();
        var adas = connected(one, ADA);
        connected(two, BOB);
        world.live(20);

        world.kill(two);
        world.live(60);

        assertThat(adas.online).containsEntry(BOB, false);
        assertThat(announced(BOB)).containsExactly(true, false);
        var gone = changes().get(changes().size() - 1);
        assertThat(Duration.between(gone.lastSeenAt(), world.clock.instant())).isGreaterThan(Duration.ofSeconds(59));
        world.broker.published().clear();
        one.send(BOTH, 1);
        world.settle();
        assertThat(routingKeys()).isEmpty();
    }

    @Test
    void whatAKilledReplicaHadStoredAndNotPublishedIsMadeGoodByAResync() {
        var bobs = connected(two, BOB);
        world.redis.isSlow = true;
        one.send(BOTH, 1);
        world.kill(one);
        world.redis.isSlow = false;

        world.live(60);

        assertThat(bobs.received).isEmpty();
        assertThat(bobs.resyncs).isEqualTo(1);
    }

    @Test
    void aReplicaThatShutsDownIsNotTakenForAKilledOne() {
        var bobs = connected(two, BOB);

        one.shutDown();
        world.live(60);

        assertThat(bobs.resyncs).isZero();
    }

    @Test
    void aReplicaThatOnlySeemedDeadBringsItsPeopleBack() {
        var adas = connected(one, ADA);
        var bobs = connected(two, BOB);
        world.replicas.remove(two);
        world.live(60);
        assertThat(adas.online).containsEntry(BOB, false);

        world.replicas.add(two);
        world.live(2);

        assertThat(adas.online).containsEntry(BOB, true);
        assertThat(bobs.resyncs).isEqualTo(1);
    }

    @Test
    void aReloadDoesNotFlickerWhereverItEnds() {
        var adas = connected(one, ADA);
        for (var reload = 0; reload < 5; reload++) {
            var bobs = connected(reload % 2 == 0 ? two : one, BOB);
            world.live(3);
            world.replicas.forEach(replica -> {
                if (replica.clients.containsValue(bobs)) {
                    replica.disconnect(bobs);
                }
            });
            world.live(4);
        }

        assertThat(announced(BOB)).containsExactly(true);
        assertThat(adas.online).containsEntry(BOB, true);
        world.live(3);
        assertThat(announced(BOB)).containsExactly(true, false);
        assertThat(adas.online).containsEntry(BOB, false);
    }

    @Test
    void whoLeavesWasLastSeenThen() {
        connected(one, ADA);
        var bobs = connected(two, BOB);
        world.live(30);
        var left = world.clock.instant();

        two.disconnect(bobs);
        world.live(10);

        assertThat(changes().get(changes().size() - 1).lastSeenAt()).isEqualTo(left);
    }

    @Test
    void whoSignsOutIsOfflineAtOnceOnWhateverReplica() {
        var adas = connected(one, ADA);
        var bobs = connected(two, BOB);
        var bobsOther = connected(one, BOB);

        world.replicas.forEach(replica -> replica.signedOut(BOB));
        one.disconnect(bobsOther);
        world.settle();
        assertThat(announced(BOB)).containsExactly(true);
        two.disconnect(bobs);
        world.settle();

        assertThat(adas.online).containsEntry(BOB, false);
        assertThat(announced(BOB)).containsExactly(true, false);
    }

    @Test
    void whoHasJustLeftAndSignsOutIsOfflineAtOnce() {
        connected(one, ADA);
        var bobs = connected(two, BOB);
        two.disconnect(bobs);

        world.replicas.forEach(replica -> replica.signedOut(BOB));
        world.settle();

        assertThat(announced(BOB)).containsExactly(true, false);
        world.live(60);
        assertThat(announced(BOB)).hasSize(2);
    }

    @Test
    void strangersGetNoPresence() {
        var eves = connected(one, "eve");

        two.disconnect(connected(two, BOB));
        world.live(60);

        assertThat(eves.online).doesNotContainKey(BOB);
    }

    @Test
    void presenceShownWithoutRedisIsCorrectedAfterwards() {
        connected(two, BOB);
        world.redis.isUnavailable = true;
        world.live(2);

        var adas = connected(one, ADA);
        assertThat(adas.online).containsEntry(BOB, false);
        world.redis.isUnavailable = false;
        world.live(20);

        assertThat(adas.online).containsEntry(BOB, true);
    }

    @Test
    void aThousandReconnectionsAreAnnouncedToContactsOnly() {
        var people =
                IntStream.range(0, 1_000).mapToObj(number -> "user" + number).toList();
        for (var number = 0; number < 1_000; number += 2) {
            world.converse("pair" + number, people.get(number), people.get(number + 1));
        }
        var clients = new ArrayList<Client>();
        people.forEach(user -> clients.add(one.connect(user)));
        world.settle();
        world.broker.broadcasts().clear();

        world.kill(one);
        var before = world.redis.batches();
        world.redis.isSlow = true;
        var again = people.stream().map(two::connect).toList();
        world.settle();

        assertThat(again).allMatch(client -> client.isReady);
        // One for who comes first, the others together; and one fetch for each client that is ready.
        assertThat(world.redis.batches() - before).isLessThanOrEqualTo(4 + people.size());
        assertThat(changes()).as("no user was offline").isEmpty();
        world.live(120);
        // Their leases on the dead replica expire, which may not have announced them.
        assertThat(changes()).hasSize(1_000).allMatch(PresenceChanged::online);
        assertThat(again)
                .as("one resync, because a replica died")
                .allMatch(client -> client.online.size() == 1 && client.resyncs == 1);
    }

    @Test
    void whatCannotBePublishedWaitsInBounds() {
        connected(one, ADA);
        connected(two, BOB);
        world.redis.isSlow = true;

        IntStream.range(0, 50_000).forEach(number -> one.send(List.of(BOB), number));

        world.settle();
        var frames = world.broker.published().stream()
                .filter(each -> each.event() instanceof FramesPushed)
                .mapToInt(each -> ((FramesPushed) each.event()).pushes().size())
                .sum();
        assertThat(frames).isLessThan(50_000);
        assertThat(two.ready())
                .singleElement()
                .satisfies(client -> assertThat(client.resyncs).isPositive());
    }
}
