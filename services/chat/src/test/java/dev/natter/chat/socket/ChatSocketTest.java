package dev.natter.chat.socket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.natter.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client of the socket may rely on. */
@QuarkusTest
class ChatSocketTest {

    @TestHTTPResource("/api/v1/socket")
    URI http;

    private final String ada = UUID.randomUUID().toString();
    private final String bob = UUID.randomUUID().toString();

    private URI socket() {
        return URI.create(http.toString().replaceFirst("^http", "ws"));
    }

    private LiveClient open(String userId) {
        return LiveClient.open(socket(), TestTokens.accessToken(userId));
    }

    private static String conversation(String starter, String... others) {
        return given().header("Authorization", "Bearer " + TestTokens.accessToken(starter))
                .contentType("application/json")
                .body(new JsonObject().put("memberIds", List.of(others)).encode())
                .post("/api/v1/conversations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @BeforeEach
    void joined() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void saysReadyFirst() {
        try (var client = open(ada)) {
            assertThat(client.ready().getString("userId")).isEqualTo(ada);
            assertThat(client.ready().getString("connectionId")).isNotBlank();
            assertThat(client.ready().getString("serverTime")).matches(".*T.*\\.\\d{3}Z");
        }
    }

    @Test
    void answersASendAndTellsTheOthers() {
        var conversation = conversation(ada, bob);
        try (var adas = open(ada);
                var adasOther = open(ada);
                var bobs = open(bob)) {
            adas.sendMessage(conversation, UUID.randomUUID().toString(), "Soup?");

            var sent = adas.take("sent").getJsonObject("message");

            assertThat(sent.getString("text")).isEqualTo("Soup?");
            assertThat(bobs.take("message").getJsonObject("message")).isEqualTo(sent);
            assertThat(adasOther.take("message").getJsonObject("message")).isEqualTo(sent);
            assertThat(adas.pending()).isEmpty();
        }
    }
}
