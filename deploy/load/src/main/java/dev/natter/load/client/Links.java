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
import java.util.concurrent.atomic.AtomicInteger;

/** Opens sockets, those of one client to all replicas in turn. */
public final class Links {

    private static final Duration HANDSHAKE = Duration.ofSeconds(60);
    private static final int MOST = 65_536;
    private static final String READY = "{\"type\":\"ready\"";

    private final WebSocketClient client;
    private final List<URI> addresses;
    private final AtomicInteger opened = new AtomicInteger();

    public Links(Vertx vertx, List<URI> addresses) {
        // Nothing is compressed: the server would, by its configuration, refuse it anyway.
        this.client = vertx.createWebSocketClient(
                new WebSocketClientOptions().setMaxConnections(MOST).setMaxMessageSize(1 << 20));
        this.addresses = List.copyOf(addresses);
    }

    /**
     * Opens one for each; completes when all are ready, with all of them in the same order.
     *
     * @param atOnce how many handshakes may be under way
     * @param latencies of the handshakes, from their beginning to {@code ready}
     */
    public Future<List<Link>> open(List<Person> people, int atOnce, FrameListener listener, Latencies latencies) {
        var links = new Link[people.size()];
        return Together.run(people.size(), atOnce, number -> {
                    var begin = System.nanoTime();
                    return open(people.get(number), number, listener).onSuccess(link -> {
                        latencies.sinceDue(begin);
                        links[number] = link;
                    });
                })
                .map(done -> new ArrayList<>(List.of(links)));
    }

    private Future<Link> open(Person person, int number, FrameListener listener) {
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
        Promise<Link> ready = Promise.promise();
        // Everything is in place before the first frame can come.
        var socket = client.webSocket();
        socket.closeHandler(end -> ready.tryFail("closed before it was ready: " + socket.closeStatusCode()));
        socket.textMessageHandler(frame -> {
            if (frame.startsWith(READY)) {
                ready.tryComplete(new Link(socket));
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
