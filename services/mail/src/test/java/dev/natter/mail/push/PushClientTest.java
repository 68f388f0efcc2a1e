package dev.natter.mail.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.natter.mail.push.PushFailure.Deferred;
import dev.natter.mail.push.PushFailure.Gone;
import dev.natter.mail.push.PushFailure.Refused;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a push service that decrypts what it gets as the browser would. */
class PushClientTest {

    private static final String PUBLIC =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    private static final String PRIVATE = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();
    private final TestBrowser browser = new TestBrowser();
    private final List<HttpServerRequest> requests = new ArrayList<>();
    private final AtomicReference<Buffer> body = new AtomicReference<>();
    private Consumer<HttpServerRequest> answer =
            request -> request.response().setStatusCode(201).end();
    private HttpServer service;

    @BeforeEach
    void start() {
        service = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(received -> {
                    requests.add(request);
                    body.set(received);
                    answer.accept(request);
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void theBrowserReadsWhatWasSent() {
        send("{\"text\":\"नमस्ते\"}");

        assertThat(browser.decrypt(body.get().getBytes())).isEqualTo("{\"text\":\"नमस्ते\"}");
    }

    @Test
    void saysHowLongAndHowUrgentAndWhoSends() {
        send("x");

        var request = requests.get(0);
        assertThat(request.uri()).isEqualTo("/send/a%2Fb?x=1");
        assertThat(request.getHeader("TTL")).isEqualTo("60");
        assertThat(request.getHeader("Topic")).isEqualTo("c1");
        assertThat(request.getHeader("Urgency")).isEqualTo("high");
        assertThat(request.getHeader("Content-Encoding")).isEqualTo("aes128gcm");
        assertThat(request.getHeader("Authorization")).startsWith("vapid t=").endsWith("k=" + PUBLIC);
    }

    @Test
    void usesItsConnectionAgain() {
        answer = request -> request.response().setStatusCode(201).end("created");

        send("1");
        send("2");

        assertThat(requests.get(0).connection()).isSameAs(requests.get(1).connection());
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void aSubscriptionThatHasEndedIsGone(int status) {
        answer = request -> request.response().setStatusCode(status).end();

        assertThatExceptionOfType(Gone.class).isThrownBy(() -> send("x"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 413})
    void whatWillNeverBeTakenIsRefused(int status) {
        answer = request -> request.response()
                .setStatusCode(status)
                .putHeader("Location", "http://127.0.0.1:1/")
                .end();

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> send("x"));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503})
    void whatMayBeTakenLaterIsDeferredForAsLongAsTheServiceAsks(int status) {
        answer = request -> request.response()
                .setStatusCode(status)
                .putHeader("Retry-After", "7")
                .end();

        assertThatExceptionOfType(Deferred.class)
                .isThrownBy(() -> send("x"))
                .satisfies(deferred -> assertThat(deferred.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
    }

    @Test
    void aServiceThatHangsIsGivenUp() {
        answer = request -> {};

        assertThatExceptionOfType(Deferred.class)
                .isThrownBy(() -> client(true, Duration.ofMillis(200))
                        .send(message(endpoint(), "x"))
                        .await()
                        .atMost(TIMEOUT));
    }

    @Test
    void anAnswerWithoutEndIsCutOff() {
        answer = request -> {
            request.response().setStatusCode(201).setChunked(true);
            vertx.setPeriodic(1, timer -> {
                if (request.response().closed()) {
                    vertx.cancelTimer(timer);
                } else {
                    request.response().write("x".repeat(4_096));
                }
            });
        };

        send("x");

        assertThat(requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/x", "https://localhost/x", "https://169.254.169.254/latest/meta-data",
                        "https://[::1]/x",
                "https://[::ffff:10.0.0.1]/x", "http://1.1.1.1/x", "https://user@1.1.1.1/x", "ftp://1.1.1.1/x"
            })
    void isNoWayIntoOurOwnNetwork(String endpoint) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> client(false, TIMEOUT)
                        .send(message(URI.create(endpoint), "x"))
                        .await()
                        .atMost(TIMEOUT));
        assertThat(requests).isEmpty();
    }

    @Test
    void aMalformedSubscriptionIsRefused() {
        var malformed =
                new PushMessage(endpoint(), "AAAA", browser.authText(), "x", Duration.ofSeconds(60), null, false);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> client(true, TIMEOUT).send(malformed).await().atMost(TIMEOUT));
    }

    @Test
    void theEndpointReachesNoLog() {
        answer = request -> request.response().setStatusCode(500).end();

        assertThat(message(endpoint(), "x")).asString().doesNotContain("/send");
        assertThatExceptionOfType(Deferred.class).isThrownBy(() -> send("x")).withMessageNotContainingAny("/send");
    }

    private void send(String payload) {
        client(true, TIMEOUT).send(message(endpoint(), payload)).await().atMost(TIMEOUT);
    }

    private @org.jspecify.annotations.Nullable PushClient shared;

    private PushClient client(boolean privateEndpoints, Duration timeout) {
        if (shared == null) {
            shared = new PushClient(vertx, new TestPushConfig(privateEndpoints, timeout), Clock.systemUTC());
        }
        return shared;
    }

    private URI endpoint() {
        return URI.create("http://127.0.0.1:" + service.actualPort() + "/send/a%2Fb?x=1");
    }

    private PushMessage message(URI endpoint, String payload) {
        return new PushMessage(
                endpoint, browser.p256dh(), browser.authText(), payload, Duration.ofSeconds(60), "c1", true);
    }

    record TestPushConfig(boolean privateEndpoints, Duration timeout) implements PushConfig {
        @Override
        public Optional<String> publicKey() {
            return Optional.of(PUBLIC);
        }

        @Override
        public Optional<String> privateKey() {
            return Optional.of(PRIVATE);
        }

        @Override
        public Optional<String> subject() {
            return Optional.of("mailto:operator@example.org");
        }

        @Override
        public int connections() {
            return 4;
        }
    }
}
