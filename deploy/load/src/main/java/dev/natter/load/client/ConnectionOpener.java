package dev.natter.load.client;

import dev.natter.load.measure.Latencies;
import dev.natter.load.people.Person;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens sockets, those of one client to all replicas in turn. Who is refused comes again, as real clients do, and is counted. */
public final class ConnectionOpener {

    private static final Duration HANDSHAKE = Duration.ofSeconds(60);
    private static final int MOST = 65_536;
    private static final String READY = "{\"type\":\"ready\"";

    private final Vertx vertx;
    private final Backoff backoff;
    private final WebSocketClient client;
    private final List<URI> addresses;
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    public ConnectionOpener(Vertx vertx, List<URI> addresses) {
        this(vertx, addresses, Backoff.USUAL);
    }

    ConnectionOpener(Vertx vertx, List<URI> addresses, Backoff backoff) {
        this.vertx = vertx;
        this.backoff = backoff;
        // Nothing is compressed: the server would, by its configuration, refuse it anyway.
        this.client = vertx.createWebSocketClient(
                new WebSocketClientOptions().setMaxConnections(MOST).setMaxMessageSize(1 << 20));
        this.addresses = List.copyOf(addresses);
    }

    /**
     * Opens one for each; completes when all are ready, with all of them in the same order. Fails with the first that
     * was refused too often.
     *
     * @param atOnce how many handshakes may be under way
     * @param latencies from the beginning of the first handshake to {@code ready}
     */
    public Future<List<Connection>> open(List<Person> people, int atOnce, FrameListener listener, Latencies latencies) {
        var links = new Connection[people.size()];
        return BoundedConcurrency.run(people.size(), atOnce, number -> {
                    var begin = System.nanoTime();
                    return insist(people.get(number), number, listener, 0).onSuccess(link -> {
                        latencies.sinceDue(begin);
                        links[number] = link;
                    });
                })
                .map(done -> new ArrayList<>(List.of(links)));
    }

    /** How many handshakes came to nothing so far. */
    public int refused() {
        return refused.get();
    }

    private Future<Connection> insist(Person person, int number, FrameListener listener, int failures) {
        return open(person, number, listener).recover(failure -> {
            refused.incrementAndGet();
            var now = failures + 1;
            return backoff.isOver(now)
                    ? Future.failedFuture(failure)
                    : vertx.timer(backoff.pauseMillis(now), TimeUnit.MILLISECONDS)
                            .compose(over -> insist(person, number, listener, now));
        });
    }

    private Future<Connection> open(Person person, int number, FrameListener listener) {
        var address = addresses.get(Math.floorMod(opened.getAndIncrement(), addresses.size()));
        var options = new WebSocketConnectOptions()
                .setHost(address.getHost())
                .setPort(address.getPort() > 0 ? address.getPort() : isTls(address) ? 443 : 80)
                .setSsl(isTls(address))
                .setTimeout(HANDSHAKE.toMillis())
                .setURI("/api/v1/socket")
                // Only browsers say where their page came from, and only of one origin they may.
                .setAllowOriginHeader(false)
                .putHeader("Authorization", "Bearer " + person.token());
        Promise<Connection> ready = Promise.promise();
        // Everything is in place before the first frame can come.
        var socket = client.webSocket();
        socket.closeHandler(end -> ready.tryFail("closed before it was ready: " + socket.closeStatusCode()));
        socket.textMessageHandler(frame -> {
            if (frame.startsWith(READY)) {
                ready.tryComplete(new Connection(socket));
            } else {
                listener.heard(number, frame);
            }
        });
        socket.connect(options).onFailure(ready::tryFail);
        return ready.future();
    }

    private static boolean isTls(URI address) {
        return "https".equals(address.getScheme()) || "wss".equals(address.getScheme());
    }
}
