package dev.natter.chat.socket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.natter.testing.TestTokens;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tokens of a session that the user service has ended, which only Redis knows. */
@QuarkusTest
class RevocationEndpointTest {

    @TestHTTPResource("/api/v1/socket")
    URI http;

    @Inject
    RedisDataSource redis;

    private final String sessionId = UUID.randomUUID().toString();
    private final String token =
            TestTokens.accessToken(UUID.randomUUID().toString(), sessionId, Duration.ofMinutes(15));

    private void end() {
        redis.value(String.class).setex("session:ended:" + sessionId, 60, "1");
    }

    private URI socket() {
        return URI.create(http.toString().replaceFirst("^http", "ws"));
    }

    @BeforeEach
    void joined() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void openNoDoor() {
        given().auth().oauth2(token).get("/api/v1/conversations").then().statusCode(200);

        end();

        given().auth()
                .oauth2(token)
                .get("/api/v1/conversations")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("unauthorized"));
    }

    @Test
    void openNoSocket() {
        end();

        assertThatThrownBy(() -> LiveClient.connect(socket(), token))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(401));
    }

    @Test
    void keepNoSocketAliveWhoseNewsWereLost() {
        try (var client = LiveClient.open(socket(), token)) {
            end();

            client.take("signed-out");
            assertThat(client.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void doNotLengthenAConnection() {
        var next = TestTokens.accessToken(UUID.randomUUID().toString(), sessionId, Duration.ofMinutes(15));
        var other = UUID.randomUUID().toString();
        try (var client = LiveClient.open(
                socket(), TestTokens.accessToken(UUID.randomUUID().toString(), other, Duration.ofMinutes(15)))) {
            end();

            client.send(new JsonObject().put("type", "authenticate").put("accessToken", next));

            assertThat(client.take("error").getString("code")).isEqualTo("unauthorized");
        }
    }
}
