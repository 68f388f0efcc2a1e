package dev.natter.chat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.events.DeliveryEvent.FramesMissed;
import dev.natter.events.DeliveryEvent.FramesPushed;
import dev.natter.events.DeliveryEvent.Push;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What waits to be sent to one other replica. */
class OutboxTest {
    private final Outbox outbox = new Outbox("self", 1_000);

    private static Push push(String userId, int size) {
        return new Push(List.of(userId), null, null, null, null, "x".repeat(size));
    }

    @Test
    void gathersWhatComesWhileEventsAreOnTheirWay() {
        // Given
        IntStream.range(0, 4).forEach(i -> {
            outbox.offer(push("u" + i, 1));
            assertThat(outbox.next()).isNotNull();
        });
        outbox.offer(push("ada", 1));
        outbox.offer(push("bob", 1));
        assertThat(outbox.next()).as("a fifth event on its way").isNull();

        // When
        outbox.settled(new Outbox.Sendable(new FramesPushed("self", List.of()), 0), true);

        // Then
        assertThat(outbox.next().event())
                .isInstanceOfSatisfying(
                        FramesPushed.class,
                        batch -> assertThat(batch.pushes())
                                .extracting(Push::userIds)
                                .containsExactly(List.of("ada"), List.of("bob")));
    }

    @Test
    void rememberOnlyTheUsersOfWhatIsTooMuch() {
        assertThat(outbox.offer(push("ada", 900))).isTrue();
        assertThat(outbox.offer(push("bob", 200))).isFalse();

        assertThat(outbox.next().event()).isEqualTo(new FramesMissed("self", false, List.of("bob")));
        assertThat(outbox.next().event()).isInstanceOf(FramesPushed.class);
        assertThat(outbox.next()).isNull();
    }

    @Test
    void whatWaitedWhenTheLinkWasLostIsMissedByItsUsers() {
        outbox.offer(push("ada", 1));

        assertThat(outbox.linkLost()).isEqualTo(1);

        assertThat(outbox.next().event()).isEqualTo(new FramesMissed("self", false, List.of("ada")));
    }

    @Test
    void whatWasOnItsWayWhenTheLinkWasLostMayBeMissedByAnybody() {
        outbox.offer(push("ada", 1));
        var sent = outbox.next();

        outbox.linkLost();
        outbox.settled(sent, true);

        assertThat(outbox.next().event()).isEqualTo(new FramesMissed("self", true, List.of()));
    }

    @Test
    void whatTheBrokerRefusedIsMissed() {
        outbox.offer(push("ada", 1));

        assertThat(outbox.settled(outbox.next(), false)).isEqualTo(1);

        assertThat(outbox.next().event()).isEqualTo(new FramesMissed("self", false, List.of("ada")));
    }

    @Test
    void tooManyWhoMissedSomethingBecomeEverybody() {
        IntStream.range(0, 1_100).forEach(i -> {
            outbox.offer(push("user" + i, 1));
            outbox.linkLost();
        });

        assertThat(outbox.next().event()).isEqualTo(new FramesMissed("self", true, List.of()));
        assertThat(outbox.next()).isNull();
    }
}
