package dev.natter.load.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natter.load.measure.BoundedWait;
import dev.natter.load.measure.Latencies;
import dev.natter.load.people.Person;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** At a server that refuses a number of handshakes before it accepts one. */
class LinksTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int PEOPLE = 10;
    private static final Backoff SHORT = new Backoff(2, 4, 16);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger toRefuse = new AtomicInteger();
    private final Latencies latencies = new Latencies();
    private ConnectionOpener links;

    @BeforeEach
    void open() {
        var server = BoundedWait.on(
                vertx.createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1"), TIMEOUT);
        links = new ConnectionOpener(vertx, List.of(URI.create("http://127.0.0.1:" + server.actualPort())), SHORT);
    }

    @AfterEach
    void close() {
        BoundedWait.on(vertx.close(), TIMEOUT);
    }

    private void answer(HttpServerRequest request) {
        if (toRefuse.getAndDecrement() > 0) {
            request.response().setStatusCode(503).end();
        } else {
            request.toWebSocket().onSuccess(socket -> socket.writeTextMessage("{\"type\":\"ready\"}"));
        }
    }

    private Future<List<Connection>> everybody() {
        var people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> new Person("p" + i, "token"))
                .toList();
        return links.open(people, PEOPLE, FrameListener.DEAF, latencies);
    }

    @Test
    void whoIsRefusedComesAgainAndIsCounted() {
        toRefuse.set(15);

        var open = BoundedWait.on(everybody(), TIMEOUT);

        assertThat(open).hasSize(PEOPLE).noneMatch(Connection::isClosed);
        assertThat(links.refused()).isEqualTo(15);
        assertThat(latencies.count()).isEqualTo(PEOPLE);
    }

    @Test
    void whoIsAlwaysRefusedGivesUp() {
        toRefuse.set(Integer.MAX_VALUE);

        assertThatThrownBy(() -> BoundedWait.on(everybody(), TIMEOUT)).hasMessageContaining("503");
    }

    @Test
    void whatHasEndedCanBeClosed() {
        var open = BoundedWait.on(everybody(), TIMEOUT);
        BoundedWait.on(open.get(0).close(), TIMEOUT);

        BoundedWait.on(open.get(0).close(), TIMEOUT);

        assertThat(open.get(0).isClosed()).isTrue();
    }
}
