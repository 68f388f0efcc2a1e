package dev.natter.local.stack.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.natter.local.stack.console.LaunchFailure;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ListenerTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void theErrorForATakenPortNamesTheVariableThatChangesIt() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Listener.bind(VERTX, other.getLocalPort(), "NATTER_PORT"))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessage("port " + other.getLocalPort()
                            + " is taken by another program; choose one with NATTER_PORT=…");
        }
    }

    @Test
    void aPortTakenInTheOtherAddressFamilyIsTakenAndGivenBack() throws Exception {
        try (var other = new ServerSocket(0, 1, ipv6Loopback())) {
            assertThatThrownBy(() -> Listener.bind(VERTX, other.getLocalPort(), "NATTER_PORT"))
                    .isInstanceOf(LaunchFailure.class);

            // The system takes it back when the event loop has turned once more.
            await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(() -> isFree(other.getLocalPort()));
        }
    }

    private static boolean isFree(int port) throws IOException {
        try (var again = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return again.isBound();
        }
    }

    @Test
    void answersOverIpv4AndIpv6With503UntilItServes() throws Exception {
        try (var listener = Listener.bind(VERTX, 0, "NATTER_PORT")) {
            for (var host : new String[] {"127.0.0.1", "[::1]"}) {
                var early = get(host, listener.port());
                assertThat(early.statusCode()).isEqualTo(503);
                assertThat(early.headers().firstValue("Retry-After")).isPresent();
            }

            listener.serve(request -> request.response().end("here"));

            for (var host : new String[] {"127.0.0.1", "[::1]", "localhost"}) {
                assertThat(get(host, listener.port()).body()).isEqualTo("here");
            }
        }
    }

    @Test
    void whatIsTooLongIsRefusedWithAProblem() throws Exception {
        try (var listener = Listener.bind(VERTX, 0, "NATTER_PORT")) {
            var address = URI.create("http://127.0.0.1:" + listener.port() + "/" + "x".repeat(10_000));

            var answer = HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(414);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problems.MEDIA_TYPE);
            assertThat(answer.body()).contains("\"code\":\"uri_too_long\"");
        }
    }

    private static InetAddress ipv6Loopback() throws Exception {
        var address = new byte[16];
        address[15] = 1;
        return InetAddress.getByAddress(address);
    }

    private static HttpResponse<String> get(String host, int port) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + "/"))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
