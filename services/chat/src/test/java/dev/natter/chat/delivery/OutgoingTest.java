package dev.natter.chat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** The frames that wait for one connection. */
class OutgoingTest {
    private final Queue<Runnable> eventLoop = new ArrayDeque<>();
    private final Outgoing outgoing = new Outgoing(eventLoop::add, 3, 20);

    private AssertSubscriber<String> subscribe(long demand) {
        var subscriber = AssertSubscriber.<String>create(demand);
        Multi.createFrom().publisher(outgoing).subscribe(subscriber);
        run();
        return subscriber;
    }

    private void run() {
        for (var task = eventLoop.poll(); task != null; task = eventLoop.poll()) {
            task.run();
        }
    }

    @Test
    void keepsFramesBackUntilTheFirstIsSaid() {
        // Given
        var subscriber = subscribe(10);
        outgoing.offer("early");
        run();
        assertThat(subscriber.getItems()).isEmpty();

        // When
        outgoing.open("ready");
        run();

        // Then
        assertThat(subscriber.getItems()).containsExactly("ready", "early");
    }

    @Test
    void handsOutOneFrameForEachThatIsAskedFor() {
        outgoing.open("ready");
        outgoing.offer("a");
        outgoing.offer("b");
        var subscriber = subscribe(2);
        assertThat(subscriber.getItems()).containsExactly("ready", "a");

        subscriber.request(1);
        run();

        assertThat(subscriber.getItems()).containsExactly("ready", "a", "b");
    }

    @Test
    void endsAtOnceWhenTooManyFramesWait() {
        outgoing.open("ready");
        var subscriber = subscribe(1);
        List.of("a", "b", "c")
                .forEach(frame -> assertThat(outgoing.offer(frame)).isTrue());

        var taken = outgoing.offer("d");
        run();

        assertThat(taken).isFalse();
        assertThat(outgoing.size()).isZero();
        assertThat(subscriber.getItems()).containsExactly("ready");
        assertThat(subscriber.getFailure())
                .isInstanceOfSatisfying(
                        ConnectionEnd.class, end -> assertThat(end.code()).isEqualTo(4413));
    }

    @Test
    void endsAtOnceWhenTheFramesThatWaitAreTooLarge() {
        outgoing.open("ready");
        var subscriber = subscribe(1);
        outgoing.offer("x".repeat(15));

        outgoing.offer("x".repeat(6));
        run();

        subscriber.assertFailedWith(ConnectionEnd.class);
    }

    @Test
    void aWantedEndComesAfterWhatWaits() {
        outgoing.open("ready");
        var subscriber = subscribe(1);
        outgoing.offer("signed-out");
        outgoing.end(new ConnectionEnd(4401, "signed out"));
        run();
        subscriber.assertNotTerminated();

        subscriber.request(1);
        run();

        assertThat(subscriber.getItems()).containsExactly("ready", "signed-out");
        subscriber.assertFailedWith(ConnectionEnd.class, "4401");
    }

    @Test
    void theFirstEndIsTheOneThatCounts() {
        var subscriber = subscribe(1);

        assertThat(outgoing.end(new ConnectionEnd(4401, "signed out"))).isTrue();
        assertThat(outgoing.end(new ConnectionEnd(1012, "restarting"))).isFalse();
        outgoing.offer("late");
        run();

        subscriber.assertFailedWith(ConnectionEnd.class, "4401");
        assertThat(subscriber.getItems()).isEmpty();
    }

    @Test
    void whenTheConnectionIsGoneNothingGoesOut() {
        outgoing.open("ready");
        var subscriber = subscribe(0);

        outgoing.gone();
        run();

        subscriber.assertCompleted();
        assertThat(subscriber.getItems()).isEmpty();
        assertThat(outgoing.offer("late")).isTrue();
        assertThat(outgoing.size()).isZero();
    }
}
