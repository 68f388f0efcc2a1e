package dev.natter.chat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.natter.chat.TestTimers;
import dev.natter.chat.delivery.PeerSender.BrokerState;
import dev.natter.chat.routing.FakeRedis;
import dev.natter.chat.routing.TestRouting;
import dev.natter.events.DeliveryEvent;
import dev.natter.events.DeliveryEvent.FramesMissed;
import dev.natter.events.DeliveryEvent.FramesPushed;
import dev.natter.events.DeliveryEvent.Push;
import dev.natter.testing.TestClock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one replica publishes to others. (Replicas together: ReplicasTest.) */
class RemoteDeliveryTest {

    private final TestClock clock = new TestClock();
    private final FakeRedis redis = new FakeRedis(clock);
    private final FakeBroker broker = new FakeBroker();
    private final TestRouting routing = new TestRouting("self", redis, clock);
    private final TestPeer peer = new TestPeer(
            "self",
            broker,
            new LocalSockets(new ObjectMapper(), clock, new TestTimers(clock)),
            routing.lookup(),
            1_000);

    @BeforeEach
    void connect() {
        broker.connect("self");
        redis.holds("other", "ada", "bob");
        redis.holds("third", "bob");
        redis.holds("self", "cleo");
    }

    private void deliver(int size, String... userIds) {
        peer.remote().publish(new Push(List.of(userIds), "except", "lunch", 7L, 9L, null, null, "x".repeat(size)));
    }

    private List<DeliveryEvent> published() {
        return broker.published().stream().map(FakeBroker.Published::event).toList();
    }

    private static FramesMissed missed(String... userIds) {
        return new FramesMissed("self", false, List.of(userIds));
    }

    @Test
    void eachReplicaIsSentItsOwnRecipients() {
        deliver(1, "ada", "bob", "cleo", "unknown");

        assertThat(broker.published())
                .containsExactlyInAnyOrder(
                        new FakeBroker.Published(
                                "self",
                                "other",
                                new FramesPushed(
                                        "self",
                                        List.of(new Push(
                                                List.of("ada", "bob"), "except", "lunch", 7L, 9L, null, null, "x")))),
                        new FakeBroker.Published(
                                "self",
                                "third",
                                new FramesPushed(
                                        "self",
                                        List.of(new Push(
                                                List.of("bob"), "except", "lunch", 7L, 9L, null, null, "x")))));
    }

    @Test
    void framesWaitWhileTooManyEventsAreUnconfirmedAndThenGoTogether() {
        IntStream.range(0, 20).forEach(number -> deliver(1, "ada"));
        assertThat(published()).hasSize(16);

        broker.confirmNext("self", true);

        assertThat(published())
                .hasSize(17)
                .last()
                .isInstanceOfSatisfying(
                        FramesPushed.class, batch -> assertThat(batch.pushes()).hasSize(4));
    }

    @Test
    void ofWhatIsTooMuchOnlyTheUsersAreKept() {
        redis.isSlow = true;
        deliver(1, "bob");
        deliver(900, "ada");
        deliver(200, "cleo");

        while (redis.executeNext() || redis.answerNext()) {
            // Lets all lookups pass.
        }

        assertThat(published()).contains(missed("cleo"));
        assertThat(published()).filteredOn(FramesPushed.class::isInstance).hasSize(3);
    }

    @Test
    void whatIsDeliveredWithoutABrokerIsMissed() {
        broker.disconnect("self");
        deliver(1, "ada");
        broker.connect("self");

        peer.changed(BrokerState.ESTABLISHED);

        assertThat(broker.published()).containsExactly(new FakeBroker.Published("self", "all", missed("ada")));
    }

    @Test
    void whatWasUnconfirmedWhenTheConnectionWasLostIsMissed() {
        deliver(1, "ada");
        broker.published().clear();
        broker.disconnect("self");
        peer.changed(BrokerState.LOST);
        broker.connect("self");

        peer.changed(BrokerState.ESTABLISHED);

        assertThat(published()).containsExactly(missed("ada"));
    }

    @Test
    void whatIsLookedUpWhenTheConnectionIsLostIsMissed() {
        redis.isSlow = true;
        deliver(1, "ada");
        broker.disconnect("self");
        peer.changed(BrokerState.LOST);
        while (redis.executeNext() || redis.answerNext()) {
            // Lets the lookup pass.
        }
        broker.connect("self");

        peer.changed(BrokerState.ESTABLISHED);

        assertThat(published()).containsExactly(missed("ada"));
    }

    @Test
    void whatTheBrokerRefusedIsMissedWithTheNextFrame() {
        deliver(1, "ada");
        broker.published().clear();
        broker.confirmNext("self", false);

        deliver(1, "bob");

        assertThat(published()).startsWith(missed("ada"));
    }

    @Test
    void tooManyWhoMissedSomethingBecomeEveryone() {
        broker.disconnect("self");
        IntStream.range(0, 1_100).forEach(number -> deliver(1, "user" + number));
        broker.connect("self");

        peer.changed(BrokerState.ESTABLISHED);

        assertThat(published()).containsExactly(new FramesMissed("self", true, List.of()));
    }
}
