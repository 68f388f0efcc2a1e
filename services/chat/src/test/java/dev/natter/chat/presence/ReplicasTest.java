package dev.natter.chat.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replicas that start, die, lose their broker and their Redis, while people come, go and write to each other. */
class ReplicasTest {

    private static final List<String> USERS = List.of("ada", "bob", "cleo", "dan", "eve", "fay", "gus", "hal");

    private final World world = new World();

    @Test
    void whoIsReadyIsKnownToEveryReplica() {
        // Given
        var one = world.start();
        var two = world.start();
        world.live(3);

        // When
        var ada = one.connect("ada");
        one.work();
        assertThat(ada.isReady).as("ready before the other replica has heard").isFalse();
        two.hearNext();
        one.receiveNext();

        // Then
        assertThat(two.table.routes(List.of("ada"))).containsOnlyKeys(one.id);
        assertThat(ada.isReady).isTrue();
    }

    @Test
    void aReplicaThatStartsKnowsWhoIsThere() {
        var one = world.start();
        world.live(3);
        USERS.forEach(one::connect);
        world.live(1);

        var two = world.start();
        world.live(3);

        assertThat(two.isIn()).isTrue();
        assertThat(two.table.routes(USERS)).containsOnlyKeys(one.id);
        assertThat(two.table.size()).isEqualTo(USERS.size());
    }

    @Test
    void aKilledReplicaVanishesWithin45Seconds() {
        var one = world.start();
        var two = world.start();
        world.live(3);
        two.connect("ada");
        world.live(1);
        assertThat(one.table.routes(List.of("ada"))).containsOnlyKeys(two.id);

        world.kill(two);
        world.live(45);

        assertThat(one.table.size()).isZero();
    }

    @Test
    void aDeadReplicaIsWaitedForOnceAndNotForLong() {
        var one = world.start();
        var two = world.start();
        world.live(3);
        world.kill(two);

        var ada = one.connect("ada");
        world.settle();
        assertThat(ada.isReady).isFalse();
        world.live(3);
        var bob = one.connect("bob");
        world.settle();

        assertThat(ada.isReady).isTrue();
        assertThat(bob.isReady).isTrue();
    }

    @Test
    void withoutABrokerNobodyWaitsAndEverybodyResyncsAfterwards() {
        var one = world.start();
        world.start();
        world.live(3);
        one.linkDown();

        var ada = one.connect("ada");
        one.step = 7;
        world.live(5);
        assertThat(ada.isReady).isTrue();
        assertThat(ada.resyncedAt).isNegative();
        one.linkUp();
        world.live(15);

        assertThat(ada.resyncedAt).isEqualTo(7);
    }

    @Test
    void withoutRedisPeopleComeAndAreKnown() {
        var one = world.start();
        var two = world.start();
        world.live(3);
        world.redis.isAway = true;

        var ada = one.connect("ada");
        world.live(120);

        assertThat(ada.isReady).isTrue();
        assertThat(two.table.routes(List.of("ada"))).containsOnlyKeys(one.id);
    }

    @Test
    void leasesThatRedisLostHealAtTheNextRenewal() {
        var one = world.start();
        world.live(3);
        one.connect("ada");
        world.live(1);

        world.redis.lose();
        world.live(13);

        assertThat(world.redis.users.get(one.id)).containsOnlyKeys("ada");
        assertThat(world.redis.replicas).containsKey(one.id);
    }

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("seeds", 400));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverHappensNobodyMissesAnythingUnknowingly(int seed) {
        new History(USERS, world, new Random(seed)).play(300);
    }
}
