package dev.natter.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.natter.boot.health.ReadinessMetric;
import dev.natter.user.support.Outages;
import dev.natter.user.support.Person;
import dev.natter.user.support.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class OperationsEndpointTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    ReadinessMetric readinessMetric;

    private static void isReady() {
        await().atMost(SOON)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mongodb", "redis", "rabbitmq"})
    void withoutAServerTheServiceIsAliveButNotReady(String server) {
        isReady();

        try (var outage = Outages.of(server)) {
            await().atMost(SOON)
                    .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(503));
            given().get("/q/health/live").then().statusCode(200);
            assertThat(readinessMetrics()).anyMatch(gauge -> gauge.endsWith(" 0.0"));
        }

        isReady();
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(readinessMetrics()).isNotEmpty().allMatch(gauge -> gauge.endsWith(" 1.0")));
    }

    /** As they are now: the service measures them every 15 seconds. */
    private List<String> readinessMetrics() {
        readinessMetric.update().await().atMost(SOON);
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("natter_ready{"))
                .toList();
    }

    @Test
    void withoutMongoWhoIsSignedInIsAskedToWaitAndNotSignedOut() {
        var ada = Person.stranger().signsIn();

        try (var outage = Outages.of("mongodb")) {
            ada.asks()
                    .get("/api/v1/users/me")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("5"))
                    .body("code", equalTo("store_unavailable"));
            ada.refreshes(ada.refreshToken()).then().statusCode(503).header("Set-Cookie", nullValue());
        }

        ada.refreshes(ada.refreshToken()).then().statusCode(200);
    }

    @Test
    void metricsAreThere() {
        Person.stranger().challenge();

        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("http_server_requests_seconds_count"))
                .body(containsString("/api/v1/auth/otp"));
    }

    @Test
    void everyAnswerHasARequestId() {
        given().header("X-Request-Id", "mine")
                .get("/api/v1/users/me")
                .then()
                .statusCode(401)
                .header("X-Request-Id", equalTo("mine"));
        given().get("/.well-known/jwks.json").then().header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        given().contentType(ContentType.JSON)
                .body("{\"email\":\"" + "a".repeat(70_000) + "\"}")
                .post("/api/v1/auth/otp")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void anUnknownPathIsAProblem() {
        given().get("/api/v1/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not_found"));
    }

    @Test
    void noOtherOriginIsInvited() {
        given().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/api/v1/auth/otp")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }
}
