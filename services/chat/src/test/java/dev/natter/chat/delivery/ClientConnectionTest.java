package dev.natter.chat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.delivery.CloseCode.CloseConnectionException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** The frames that wait for one connection. */
class ClientConnectionTest {
    private final Queue<Runnable> eventLoop = new ArrayDeque<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ClientConnection connection = new ClientConnection(
            "1", "ada", eventLoop::add, new Limits(3, 20, Duration.ZERO, 0, 0), new DeliveryMetrics(registry));

    private AssertSubscriber<String> subscribe(long demand) {
        var subscriber = AssertSubscriber.<String>create(demand);
        connection.frames().subscribe(subscriber);
        run();
        return subscriber;
    }

    private double closed(String code) {
        return registry.get("natter.socket.closed").tag("code", code).counter().count();
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
        connection.send("early");
        run();
        assertThat(subscriber.getItems()).isEmpty();

        // When
        connection.open("ready");
        run();

        // Then
        assertThat(subscriber.getItems()).containsExactly("ready", "early");
    }

    @Test
    void handsOutOneFrameForEachThatIsAskedFor() {
        connection.open("ready");
        connection.send("a");
        connection.send("b");
        var subscriber = subscribe(2);
        assertThat(subscriber.getItems()).containsExactly("ready", "a");

        subscriber.request(1);
        run();

        assertThat(subscriber.getItems()).containsExactly("ready", "a", "b");
    }

    @Test
    void endsAtOnceWhenTooManyFramesWait() {
        connection.open("ready");
        var subscriber = subscribe(1);
        List.of("a", "b", "c").forEach(connection::send);

        connection.send("d");
        run();

        assertThat(closed("4413")).isEqualTo(1);
        assertThat(subscriber.getItems()).containsExactly("ready");
        assertThat(subscriber.getFailure())
                .isInstanceOfSatisfying(
                        CloseConnectionException.class,
                        end -> assertThat(end.code()).isEqualTo(CloseCode.SLOW));
    }

    @Test
    void endsAtOnceWhenTheFramesThatWaitAreTooLarge() {
        connection.open("ready");
        var subscriber = subscribe(1);
        connection.send("x".repeat(15));

        connection.send("x".repeat(6));
        run();

        subscriber.assertFailedWith(CloseConnectionException.class);
    }

    @Test
    void aWantedEndComesAfterWhatWaits() {
        connection.open("ready");
        var subscriber = subscribe(1);
        connection.send("signed-out");
        connection.close(CloseCode.SIGNED_OUT);
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

        connection.close(CloseCode.SIGNED_OUT);
        connection.close(CloseCode.RESTARTING);
        connection.send("late");
        run();

        subscriber.assertFailedWith(CloseConnectionException.class, "4401");
        assertThat(subscriber.getItems()).isEmpty();
    }

    @Test
    void whenTheConnectionIsGoneNothingGoesOut() {
        connection.open("ready");
        var subscriber = subscribe(0);

        connection.gone();
        run();

        subscriber.assertCompleted();
        assertThat(subscriber.getItems()).isEmpty();
        connection.send("late");
        run();
        assertThat(subscriber.getItems()).isEmpty();
    }
}
