package dev.natter.chat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** The frames that wait for one connection. */
class SendQueueTest {
    private final Queue<Runnable> eventLoop = new ArrayDeque<>();
    private final SendQueue queue = new SendQueue(eventLoop::add, 3, 20);

    private AssertSubscriber<String> subscribe(long demand) {
        var subscriber = AssertSubscriber.<String>create(demand);
        Multi.createFrom().publisher(queue).subscribe(subscriber);
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
        queue.offer("early");
        run();
        assertThat(subscriber.getItems()).isEmpty();

        // When
        queue.open("ready");
        run();

        // Then
        assertThat(subscriber.getItems()).containsExactly("ready", "early");
    }

    @Test
    void handsOutOneFrameForEachThatIsAskedFor() {
        queue.open("ready");
        queue.offer("a");
        queue.offer("b");
        var subscriber = subscribe(2);
        assertThat(subscriber.getItems()).containsExactly("ready", "a");

        subscriber.request(1);
        run();

        assertThat(subscriber.getItems()).containsExactly("ready", "a", "b");
    }

    @Test
    void endsAtOnceWhenTooManyFramesWait() {
        queue.open("ready");
        var subscriber = subscribe(1);
        List.of("a", "b", "c").forEach(frame -> assertThat(queue.offer(frame)).isTrue());

        var taken = queue.offer("d");
        run();

        assertThat(taken).isFalse();
        assertThat(queue.size()).isZero();
        assertThat(subscriber.getItems()).containsExactly("ready");
        assertThat(subscriber.getFailure())
                .isInstanceOfSatisfying(
                        CloseConnectionException.class,
                        end -> assertThat(end.code()).isEqualTo(CloseCode.SLOW));
    }

    @Test
    void endsAtOnceWhenTheFramesThatWaitAreTooLarge() {
        queue.open("ready");
        var subscriber = subscribe(1);
        queue.offer("x".repeat(15));

        queue.offer("x".repeat(6));
        run();

        subscriber.assertFailedWith(CloseConnectionException.class);
    }

    @Test
    void aWantedEndComesAfterWhatWaits() {
        queue.open("ready");
        var subscriber = subscribe(1);
        queue.offer("signed-out");
        queue.end(CloseCode.SIGNED_OUT);
        run();
        subscriber.assertNotTerminated();

        subscriber.request(1);
        run();

        assertThat(subscriber.getItems()).containsExactly("ready", "signed-out");
        subscriber.assertFailedWith(CloseConnectionException.class, "4401");
    }

    @Test
    void theFirstEndIsTheOneThatCounts() {
        var subscriber = subscribe(1);

        assertThat(queue.end(CloseCode.SIGNED_OUT)).isTrue();
        assertThat(queue.end(CloseCode.RESTARTING)).isFalse();
        queue.offer("late");
        run();

        subscriber.assertFailedWith(CloseConnectionException.class, "4401");
        assertThat(subscriber.getItems()).isEmpty();
    }

    @Test
    void whenTheConnectionIsGoneNothingGoesOut() {
        queue.open("ready");
        var subscriber = subscribe(0);

        queue.gone();
        run();

        subscriber.assertCompleted();
        assertThat(subscriber.getItems()).isEmpty();
        assertThat(queue.offer("late")).isTrue();
        assertThat(queue.size()).isZero();
    }
}
