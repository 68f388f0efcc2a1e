package dev.natter.chat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.delivery.CloseCode.CloseConnectionException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Connections connections = new Connections(Limits.SMALL, new DeliveryMetrics(registry), registry);

    private ClientConnection open(String id, String userId) {
        return connections.open(id, userId, Runnable::run);
    }

    @Test
    void findsTheConnectionsOfAUser() {
        var one = open("1", "ada");
        var two = open("2", "ada");
        open("3", "bob");

        assertThat(connections.of("ada")).containsExactly(one, two);
        assertThat(connections.of("unknown")).isEmpty();
        assertThat(registry.get("natter.socket.connections").gauge().value()).isEqualTo(3);
    }

    @Test
    void forgetsAConnectionThatIsGone() {
        open("1", "ada");

        assertThat(connections.gone("1")).isTrue();
        assertThat(connections.gone("1")).isFalse();

        assertThat(connections.of("ada")).isEmpty();
        assertThat(connections.find("1")).isNull();
    }

    @Test
    void theOldestMakesRoomForOneTooMany() {
        var oldest = open("1", "ada");
        var subscriber = AssertSubscriber.<String>create(10);
        oldest.frames().subscribe(subscriber);
        open("2", "ada");

        open("3", "ada");

        subscriber.assertFailedWith(CloseConnectionException.class, "4429");
    }

    @Test
    void isFullAtItsLimit() {
        for (var id = 1; id <= 4; id++) {
            assertThat(connections.isFull()).isFalse();
            open("c" + id, "user" + id);
        }

        assertThat(connections.isFull()).isTrue();
    }

    @Test
    void saysWhenItIsEmpty() {
        open("1", "ada");
        var empty = connections.empty().toCompletableFuture();
        assertThat(empty).isNotDone();

        connections.gone("1");

        assertThat(empty).isCompleted();
        assertThat(connections.empty().toCompletableFuture()).isCompleted();
    }
}
