package dev.natter.local.stack.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketTunnelTest {
    private static final String SOCKET = "/api/v1/socket";

    @TempDir
    Path dist;

    private Origin origin;

    @BeforeEach
    void start() throws Exception {
        origin = new Origin(dist);
    }

    @AfterEach
    void stop() {
        origin.close();
    }

    @Test
    void carriesFramesBothWaysFromTheVeryFirst() {
        var received = new CopyOnWriteArrayList<String>();
        var socket = FakeService.get(connect(SOCKET));
        socket.textMessageHandler(received::add);
        socket.resume();

        socket.writeTextMessage("hello");

        await().untilAsserted(() -> assertThat(received).containsExactly("ready", "chat-1:hello"));
    }

    @Test
    void subprotocolAndOriginAreBetweenTheTwoEnds() throws Exception {
        var socket = FakeService.get(connect(SOCKET));
        var service = origin.chat1.socket.get(10, TimeUnit.SECONDS);

        assertThat(socket.subProtocol()).isEqualTo("carrier");
        assertThat(service.headers().get("Sec-WebSocket-Protocol")).isEqualTo("carrier,quarkus-http-upgrade%23token");
        assertThat(service.headers().get("Origin")).isEqualTo("http://localhost:8080");
        assertThat(service.headers().get("X-Forwarded-For")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
    }

    @Test
    void theServicesCloseCodeReachesTheBrowser() throws Exception {
        var socket = FakeService.get(connect(SOCKET));
        var closed = new CompletableFuture<String>();
        socket.closeHandler(gone -> closed.complete(socket.closeStatusCode() + " " + socket.closeReason()));
        socket.resume();

        origin.chat1.socket.get(10, TimeUnit.SECONDS).close((short) 4401, "token expired");

        assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo("4401 token expired");
    }

    @Test
    void theBrowsersCloseCodeReachesTheService() throws Exception {
        var socket = FakeService.get(connect(SOCKET));
        var service = origin.chat1.socket.get(10, TimeUnit.SECONDS);
        var closed = new CompletableFuture<Short>();
        service.closeHandler(gone -> closed.complete(service.closeStatusCode()));

        socket.close((short) 4000, "leaving");

        assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo((short) 4000);
    }

    @Test
    void aServiceThatDiesEndsItsSockets() throws Exception {
        var socket = FakeService.get(connect(SOCKET));
        var closed = new CompletableFuture<Void>();
        socket.closeHandler(closed::complete);
        socket.resume();
        origin.chat1.socket.get(10, TimeUnit.SECONDS);

        origin.chat1.close();

        assertThat(closed).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void aRefusalArrivesWithEverythingTheServiceSaid() throws Exception {
        var answer = origin.raw("GET " + SOCKET + "/refused HTTP/1.1\r\nHost: localhost:" + origin.listener.port()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nX-Request-Id: mine\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 401")
                .contains("application/problem+json", "X-Request-Id: of-the-service", "\"service\":\"chat-1\"");
    }

    @Test
    void aHandshakeRefusedIsNoUpgrade() {
        var refused = connect(SOCKET + "/refused").toCompletionStage().toCompletableFuture();

        assertThat(refused)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .havingRootCause()
                .isInstanceOfSatisfying(
                        UpgradeRejectedException.class,
                        rejection -> assertThat(rejection.getStatus()).isEqualTo(401));
    }

    @Test
    void passesOverAReplicaThatIsGoneAndSaysWhenAllAre() {
        origin.chat1.close();
        FakeService.get(connect(SOCKET));
        FakeService.get(connect(SOCKET));
        assertThat(origin.chat2.targets).hasSize(2);

        origin.chat2.close();

        assertThat(connect(SOCKET).toCompletionStage().toCompletableFuture())
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .havingRootCause()
                .isInstanceOfSatisfying(
                        UpgradeRejectedException.class,
                        rejection -> assertThat(rejection.getStatus()).isEqualTo(503));
    }

    @Test
    void manySocketsStandAtOnce() {
        var sockets = IntStream.range(0, 40).mapToObj(i -> connect(SOCKET)).toList();

        sockets.forEach(FakeService::get);
    }

    @Test
    void aReaderThatDoesNotKeepUpStopsTheWriterInsteadOfFillingTheMemory() throws Exception {
        // Given a browser that reads nothing
        var socket = FakeService.get(connect(SOCKET));
        var service = origin.chat1.socket.get(10, TimeUnit.SECONDS);
        var frame = "x".repeat(60_000);

        // When the service writes for as long as it may
        var written = new java.util.concurrent.atomic.AtomicInteger();
        var context = origin.vertx.getOrCreateContext();
        context.runOnContext(now -> write(service, frame, written));

        // Then it may not for long: what fits into the buffers on the way, and no more
        await().during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(20)).until(() -> service.writeQueueFull());
        assertThat(written.get()).isLessThan(1_000);
        socket.resume();
    }

    private static void write(
            io.vertx.core.http.ServerWebSocket service,
            String frame,
            java.util.concurrent.atomic.AtomicInteger written) {
        while (!service.writeQueueFull() && written.get() < 2_000) {
            service.writeTextMessage(frame);
            written.incrementAndGet();
        }
        service.drainHandler(again -> write(service, frame, written));
    }

    /** A browser that reads nothing until it is resumed. */
    private Future<WebSocket> connect(String path) {
        var options = new WebSocketConnectOptions()
                .setHost("localhost")
                .setPort(origin.listener.port())
                .setURI(path)
                .addHeader("Origin", "http://localhost:8080")
                .setSubProtocols(List.of("carrier", "quarkus-http-upgrade%23token"));
        return origin.vertx
                .createWebSocketClient(new WebSocketClientOptions())
                .connect(options)
                .onSuccess(WebSocket::pause);
    }
}
