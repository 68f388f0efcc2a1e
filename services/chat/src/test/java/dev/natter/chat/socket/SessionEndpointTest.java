package dev.natter.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.ConnectionFactory;
import dev.natter.events.Topology;
import dev.natter.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that expire and sessions that end under an open socket. */
@QuarkusTest
class SessionEndpointTest {
    private final String ada = Door.newId();
    private final String session = Door.newId();

    @BeforeEach
    void ready() {
        Door.awaitReady();
    }

    private LiveClient openFor(Duration lifetime) {
        return LiveClient.open(Door.socket(), TestTokens.accessToken(ada, session, lifetime));
    }

    private static JsonObject authenticate(String token) {
        return new JsonObject().put("type", "authenticate").put("accessToken", token);
    }

    @Test
    void aConnectionOutlivesItsTokenWithANewOne() {
        try (var client = openFor(Duration.ofSeconds(2))) {
            client.take("token-expired");
            var expiry = Instant.now().plus(Duration.ofMinutes(15));

            client.send(authenticate(TestTokens.accessToken(ada, session, Duration.ofMinutes(15))));

            var answer = client.next();
            assertThat(answer.getString("type")).isEqualTo("authenticated");
            assertThat(Instant.parse(answer.getString("expiresAt")))
                    .isBetween(expiry.minusSeconds(5), expiry.plusSeconds(5));
            client.send("{\"type\":\"dance\"}");
            assertThat(client.next().getString("code")).isEqualTo("unknown_type");
        }
    }

    @Test
    void aConnectionWhoseTokenIsNotRenewedEnds() {
        try (var client = openFor(Duration.ofSeconds(1))) {
            client.take("token-expired");

            assertThat(client.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void aTokenOfAnotherUserOrSessionIsRefused() {
        try (var client = openFor(Duration.ofMinutes(5))) {
            client.send(authenticate(TestTokens.accessToken(Door.newId(), session, Duration.ofMinutes(5))));
            assertThat(client.next().getString("code")).isEqualTo("other_session");
            client.send(authenticate(TestTokens.accessToken(ada, Door.newId(), Duration.ofMinutes(5))));
            assertThat(client.next().getString("code")).isEqualTo("other_session");
            client.send(authenticate("nonsense"));
            assertThat(client.next().getString("code")).isEqualTo("unauthorized");
            client.send(authenticate(TestTokens.accessToken(ada, session, Duration.ofMinutes(-5))));
            assertThat(client.next().getString("code")).isEqualTo("unauthorized");
        }
    }

    @Test
    void aSessionThatEndsTakesItsConnectionsWithItAndNoOthers() {
        try (var one = openFor(Duration.ofMinutes(5));
                var two = openFor(Duration.ofMinutes(5));
                var other = Door.open(ada)) {
            var begun = Instant.now();

            tellSessionEnded(ada, session);

            one.take("signed-out");
            assertThat(one.closeCode()).isEqualTo(4401);
            assertThat(two.closeCode()).isEqualTo(4401);
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));
            assertThat(other.isClosed()).isFalse();
        }
        assertThatThrownBy(() -> openFor(Duration.ofMinutes(5))).isInstanceOf(CompletionException.class);
    }

    /** As the user service does. */
    private static void tellSessionEnded(String userId, String sessionId) {
        var config = ConfigProvider.getConfig();
        var factory = new ConnectionFactory();
        factory.setHost(config.getValue("NATTER_RABBITMQ_HOST", String.class));
        factory.setPort(config.getValue("NATTER_RABBITMQ_PORT", Integer.class));
        factory.setUsername(config.getValue("NATTER_RABBITMQ_USERNAME", String.class));
        factory.setPassword(config.getValue("NATTER_RABBITMQ_PASSWORD", String.class));
        factory.setVirtualHost(config.getValue("NATTER_RABBITMQ_VIRTUAL_HOST", String.class));
        var event = new JsonObject()
                .put("type", "session.ended")
                .put("eventId", Door.newId())
                .put("occurredAt", Instant.now().toString())
                .put("userId", userId)
                .put("sessionId", sessionId);
        try (var connection = factory.newConnection();
                var channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.basicPublish(
                    Topology.USER_EVENTS, "session.ended", null, event.encode().getBytes(StandardCharsets.UTF_8));
            channel.waitForConfirmsOrDie(5_000);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
