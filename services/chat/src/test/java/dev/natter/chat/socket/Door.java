package dev.natter.chat.socket;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.natter.testing.TestTokens;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** What tests of the socket's door have in common. */
public final class Door {

    private Door() {}

    static URI socket() {
        var port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        return URI.create("ws://127.0.0.1:%d/api/v1/socket".formatted(port));
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    /** A socket of this user that is ready. */
    public static LiveClient open(String userId) {
        return LiveClient.open(socket(), TestTokens.accessToken(userId));
    }

    static String conversation(String starter, String... others) {
        return given().header("Authorization", "Bearer " + TestTokens.accessToken(starter))
                .contentType("application/json")
                .body(new JsonObject().put("memberIds", List.of(others)).encode())
                .post("/api/v1/conversations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Waits until the service knows who is where. */
    public static void awaitReady() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    static double counter(String name, String label) {
        var line = given().get("/q/metrics")
                .asString()
                .lines()
                .filter(each -> each.startsWith(name) && each.contains(label))
                .findFirst();
        return line.map(each -> Double.parseDouble(each.substring(each.lastIndexOf(' ') + 1)))
                .orElse(0.0);
    }
}
