package dev.natter.chat.routing;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.routing.Leases.Acquire;
import dev.natter.chat.routing.Leases.EndGrace;
import dev.natter.chat.routing.Leases.Release;
import dev.natter.testing.TestClock;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What holds for leases in Redis, and for the fake that models use. */
abstract class LeasesContract {

    static final Leases.Renewal NOTHING = new Leases.Renewal(Set.of(), Set.of());

    final TestClock clock = new TestClock();
    final String ada = UUID.randomUUID().toString();
    final String bob = UUID.randomUUID().toString();

    /** The leases as one replica sees them; all replicas of a test share the store. */
    abstract Leases replica(String replicaId);

    final Leases one() {
        return replica("one");
    }

    final Leases two() {
        return replica("two");
    }

    private boolean isEdge(Leases leases, Leases.LeaseWrite write) {
        return get(leases.write(List.of(write))).get(0).isEdge();
    }

    private boolean acquire(Leases leases, String connectionId) {
        return isEdge(leases, new Acquire(ada, connectionId));
    }

    private boolean release(Leases leases, String connectionId, boolean isFinal) {
        return isEdge(leases, new Release(ada, connectionId, isFinal));
    }

    Map<String, Set<String>> find(String... userIds) {
        return get(Uni.createFrom().completionStage(() -> one().find(List.of(userIds))));
    }

    /** Who is swept of this test's users. */
    List<Leases.Departure> sweep(Leases leases) {
        return get(leases.sweep()).stream()
                .filter(gone -> Set.of(ada, bob).contains(gone.userId()))
                .toList();
    }

    private void after(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    @Test
    void aConnectionIsFoundOnItsReplica() {
        acquire(one(), "a1");
        acquire(two(), "a2");
        acquire(two(), "a3");

        assertThat(find(ada, bob)).isEqualTo(Map.of(ada, Set.of("one", "two")));
        assertThat(find()).isEmpty();
    }

    @Test
    void onlyTheFirstConnectionMakesAUserOnline() {
        assertThat(acquire(one(), "a1")).isTrue();
        assertThat(acquire(two(), "a2")).isFalse();
        assertThat(acquire(two(), "a2")).isFalse();
    }

    @Test
    void writesAreAppliedInOrderAndAnsweredInOrder() {
        var results = get(one().write(List.of(
                new Acquire(ada, "a1"), new Acquire(bob, "b1"), new Release(ada, "a1", true), new Acquire(bob, "b2"))));

        assertThat(results).extracting(Leases.Result::isEdge).containsExactly(true, true, true, false);
        assertThat(results.get(2).version()).isGreaterThan(results.get(0).version());
        assertThat(find(ada, bob)).isEqualTo(Map.of(bob, Set.of("one")));
    }

    @Test
    void whoLeavesIsOnlineWithoutARouteForTheGracePeriod() {
        acquire(one(), "a1");

        assertThat(release(one(), "a1", false)).isFalse();

        assertThat(find(ada)).isEqualTo(Map.of(ada, Set.of()));
        after(4);
        assertThat(sweep(two())).isEmpty();
        var left = clock.instant().minusSeconds(4);
        after(1);
        assertThat(sweep(two())).extracting(Leases.Departure::lastSeenAt).containsExactly(left);
        assertThat(sweep(one())).isEmpty();
        assertThat(find(ada)).isEmpty();
    }

    @Test
    void whoComesBackWithinTheGracePeriodWasNeverGone() {
        acquire(one(), "a1");
        release(one(), "a1", false);
        after(4);

        assertThat(acquire(two(), "a2")).isFalse();

        after(10);
        assertThat(sweep(one())).isEmpty();
        assertThat(find(ada)).isEqualTo(Map.of(ada, Set.of("two")));
    }

    @Test
    void whoLeavesForGoodIsOfflineWithTheLastConnection() {
        acquire(one(), "a1");
        acquire(two(), "a2");

        assertThat(release(one(), "a1", true)).isFalse();
        assertThat(release(two(), "a2", true)).isTrue();

        assertThat(find(ada)).isEmpty();
        after(60);
        assertThat(sweep(one())).isEmpty();
    }

    @Test
    void theGracePeriodCanBeEndedOnce() {
        acquire(one(), "a1");
        assertThat(isEdge(one(), new EndGrace(ada))).as("still connected").isFalse();
        release(one(), "a1", false);

        assertThat(isEdge(two(), new EndGrace(ada))).isTrue();
        assertThat(isEdge(one(), new EndGrace(ada))).isFalse();

        assertThat(find(ada)).isEmpty();
    }

    @Test
    void aLeaseExpiresUnlessItIsRenewed() {
        acquire(one(), "a1");
        get(one().write(List.of(new Acquire(bob, "b1"))));
        var renewedLast = Instant.ofEpochMilli(clock.millis()).plusSeconds(30);
        after(30);
        assertThat(get(one().renew(Map.of(ada, List.of("a1"))))).isEqualTo(NOTHING);

        after(15);
        assertThat(sweep(two())).extracting(Leases.Departure::userId).containsExactly(bob);
        after(30);

        assertThat(sweep(two())).singleElement().satisfies(gone -> {
            assertThat(gone.userId()).isEqualTo(ada);
            assertThat(gone.lastSeenAt()).isEqualTo(renewedLast);
        });
    }

    @Test
    void ofAKilledReplicaOnlyThoseGoWhoAreNowhereElse() {
        get(one().write(List.of(new Acquire(ada, "a1"), new Acquire(bob, "b1"))));
        acquire(two(), "a2");
        for (var second = 0; second < 60; second += 15) {
            after(15);
            var renewal = get(two().renew(Map.of(ada, List.of("a2"))));
            assertThat(renewal)
                    .as("after %s s", second + 15)
                    .isEqualTo(second == 30 ? new Leases.Renewal(Set.of(), Set.of(ada)) : NOTHING);
        }

        assertThat(sweep(two())).extracting(Leases.Departure::userId).containsExactly(bob);

        assertThat(find(ada)).isEqualTo(Map.of(ada, Set.of("two")));
    }

    @Test
    void aRenewalTellsWhoseLeasesAreMissingAndCreatesNone() {
        acquire(one(), "a1");
        get(one().write(List.of(new Acquire(bob, "b1"))));
        after(1);

        var renewal = get(one().renew(Map.of(ada, List.of("a1", "a2"), bob, List.of("b1"))));

        assertThat(renewal).isEqualTo(new Leases.Renewal(Set.of(ada), Set.of()));
        release(one(), "a1", true);
        assertThat(get(one().renew(Map.of(ada, List.of("a1")))).missing()).containsExactly(ada);
        assertThat(find(ada)).isEmpty();
    }

    @Test
    void aReleaseFinishesWhatADeadReplicaLeft() {
        acquire(one(), "a1");
        after(30);
        acquire(two(), "a2");
        after(20);

        assertThat(release(two(), "a2", true)).isTrue();
    }
}
