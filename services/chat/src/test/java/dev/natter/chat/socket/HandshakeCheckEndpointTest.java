package dev.natter.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.natter.testing.TestTokens;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.ref.WeakReference;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may open a socket. */
@QuarkusTest
class HandshakeCheckEndpointTest {
    private final LinkedBlockingQueue<String> received = new LinkedBlockingQueue<>();

    @Inject
    Handshakes handshakes;

    private final String token = TestTokens.accessToken(Door.newId());

    @BeforeEach
    void ready() {
        Door.awaitReady();
    }

    private WebSocket.Builder builder() {
        return HttpClient.newHttpClient().newWebSocketBuilder();
    }

    private WebSocket open(WebSocket.Builder builder) {
        return builder.buildAsync(Door.socket(), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                        received.add(data.toString());
                        socket.request(1);
                        return null;
                    }
                })
                .join();
    }

    private int status(WebSocket.Builder builder) {
        try {
            open(builder).abort();
            return 101;
        } catch (CompletionException failure) {
            return ((WebSocketHandshakeException) failure.getCause())
                    .getResponse()
                    .statusCode();
        }
    }

    @Test
    void refusesARequestWithoutAToken() {
        assertThat(status(builder())).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Bearer nonsense", "Bearer a.b.c", "Basic YWRhOmFkYQ=="})
    void refusesAnyOtherAuthorization(String authorization) {
        assertThat(status(builder().header("Authorization", authorization))).isEqualTo(401);
    }

    @Test
    void aRefusalIsNoFaultOfOurs() {
        var faults = new Faults();
        var logger = Logger.getLogger("");
        logger.addHandler(faults);
        try {
            IntStream.range(0, 20).forEach(time -> refusesAnyOtherAuthorization("Bearer nonsense"));
        } finally {
            logger.removeHandler(faults);
        }

        assertThat(faults.messages).isEmpty();
    }

    @Test
    void refusesAnExpiredToken() {
        var expired = TestTokens.accessToken(Door.newId(), Door.newId(), Duration.ofMinutes(-1));

        assertThat(status(builder().header("Authorization", "Bearer " + expired)))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost:8081", "https://localhost:8080"})
    void noOtherPage(String origin) {
        assertThat(status(builder().header("Authorization", "Bearer " + token).header("Origin", origin)))
                .isEqualTo(403);
    }

    @Test
    void ourOwnPage() {
        assertThat(status(builder().header("Authorization", "Bearer " + token).header("Origin", TestTokens.ISSUER)))
                .isEqualTo(101);
    }

    @Test
    void aBrowserThatBringsItsTokenAsASubprotocol() throws InterruptedException {
        var carried = URLEncoder.encode("quarkus-http-upgrade#Authorization#Bearer " + token, StandardCharsets.UTF_8)
                .replace("+", "%20");

        var socket = open(builder().header("Origin", TestTokens.ISSUER).subprotocols("bearer-token-carrier", carried));

        assertThat(socket.getSubprotocol()).isEqualTo("bearer-token-carrier");
        assertThat(received.poll(10, TimeUnit.SECONDS)).contains("\"type\":\"ready\"");
        socket.abort();
    }

    /** The platform would answer 500 and log a stack trace for each of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "quarkus-http-upgrade",
                "quarkus-http-upgrade%",
                "quarkus-http-upgrade%ZZ",
                "quarkus-http-upgrade%23Authorization",
                "quarkus-http-upgrade%23Authorization%23",
                "quarkus-http-upgrade%23Authorization%23Bearer%20a%23b",
                "quarkus-http-upgrade%23Authorization%23Bearer%20a%0D%0AX-Evil%3A%201",
                "quarkus-http-upgrade%23Auth%20orization%23Bearer%20a",
                "quarkus-http-upgrade%23X-Forwarded-For%23192.0.2.1",
                "quarkus-http-upgrade%23%23Bearer%20a"
            })
    void aMalformedCarrierIsABadRequestAndNoFaultOfOurs(String carrier) {
        var faults = new Faults();
        var logger = Logger.getLogger("");
        logger.addHandler(faults);
        try {
            assertThat(status(builder().subprotocols("bearer-token-carrier", carrier)))
                    .isEqualTo(400);
            assertThat(status(builder().subprotocols(carrier))).isEqualTo(400);
        } finally {
            logger.removeHandler(faults);
        }

        assertThat(faults.messages).isEmpty();
    }

    @Test
    void aCarrierWithoutTheSubprotocolThatIsAgreedToIsABadRequest() {
        var carried = URLEncoder.encode("quarkus-http-upgrade#Authorization#Bearer " + token, StandardCharsets.UTF_8)
                .replace("+", "%20");

        assertThat(status(builder().subprotocols(carried))).isEqualTo(400);
    }

    @Test
    void whatOnlyTheHandshakeNeededGoesWithIt() throws InterruptedException {
        var socket = open(builder().header("Authorization", "Bearer " + token));
        assertThat(received.poll(10, TimeUnit.SECONDS)).contains("\"type\":\"ready\"");
        // What the server still has in its hands is let go of when another comes.
        open(builder().header("Authorization", "Bearer " + TestTokens.accessToken(Door.newId())))
                .abort();

        await().untilAsserted(() -> {
            System.gc();
            assertThat(handshakes.of(token)).isNotNull().returns(null, WeakReference::get);
        });
        assertThat(socket.isOutputClosed()).isFalse();
        socket.abort();
    }

    /** Sees who shakes hands, and holds nothing of it. */
    @ApplicationScoped
    static class Handshakes implements HttpUpgradeCheck {

        private final Map<String, WeakReference<RoutingContext>> byToken = new ConcurrentHashMap<>();

        @Override
        public Uni<CheckResult> perform(HttpUpgradeContext context) {
            return context.securityIdentity()
                    .onFailure()
                    .recoverWithUni(() -> Uni.createFrom().nothing())
                    .invoke(this::see)
                    .map(identity -> CheckResult.permitUpgradeSync());
        }

        private void see(@Nullable SecurityIdentity identity) {
            if (identity != null && !identity.isAnonymous()) {
                RoutingContext handshake = identity.getAttribute(RoutingContext.class.getName());
                byToken.put(identity.getCredential(TokenCredential.class).getToken(), new WeakReference<>(handshake));
            }
        }

        WeakReference<RoutingContext> of(String token) {
            return byToken.get(token);
        }
    }

    private static final class Faults extends Handler {
        private final Queue<String> messages = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
                messages.add(entry.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
