package dev.natter.user.session;

import static dev.natter.user.session.SessionAnswers.cookieAttributes;
import static dev.natter.user.session.SessionAnswers.isRevoked;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.natter.user.support.Events;
import dev.natter.user.support.MovableClock;
import dev.natter.user.support.Parallel;
import dev.natter.user.support.Person;
import dev.natter.user.support.Servers;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The refresh cookie, and what it is exchanged for. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class SessionEndpointTest {

    @Inject
    MovableClock clock;

    @Inject
    ReactiveMongoClient mongo;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void theCookieIsAsThePublicContractHasIt() {
        var ada = Person.stranger().signsIn();

        assertThat(cookieAttributes(ada.answer()))
                .containsExactlyInAnyOrder(
                        "natter_refresh=" + ada.refreshToken(),
                        "Path=/api/v1/auth",
                        "Max-Age=2592000",
                        "HttpOnly",
                        // And not Secure: the public origin of the tests is http://localhost.
                        "SameSite=Strict");
    }

    @Test
    void aRefreshTokenIsKeptAsItsHashAlone() {
        var ada = Person.stranger().signsIn();

        var stored = mongo.getDatabase("natter-user")
                .getCollection("sessions")
                .find(new Document("userId", ada.userId()))
                .collect()
                .asList()
                .await()
                .indefinitely()
                .toString();

        assertThat(stored).contains(ada.userId()).doesNotContain(ada.refreshToken());
        assertThat(stored).doesNotContain(ada.refreshToken().substring(0, 20));
    }

    @Test
    void aRefreshTokenIsExchangedForTheNext() {
        var ada = Person.stranger().signsIn();

        var refreshed = ada.refreshes(ada.refreshToken());

        refreshed
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("tokenType", equalTo("Bearer"))
                .body("expiresInSeconds", equalTo(900))
                .body("user.id", equalTo(ada.userId()));
        assertThat(refreshed.cookie(Person.COOKIE)).isNotEqualTo(ada.refreshToken());
        ada.refreshes(refreshed.cookie(Person.COOKIE)).then().statusCode(200);
        given().auth()
                .oauth2(refreshed.path("accessToken"))
                .get("/api/v1/users/me")
                .then()
                .statusCode(200);
    }

    @Test
    void aReusedTokenEndsTheWholeSession() throws IOException {
        try (var events = new Events()) {
            var ada = Person.stranger().signsIn();
            var second = ada.refreshes(ada.refreshToken()).cookie(Person.COOKIE);
            var third = ada.refreshes(second).cookie(Person.COOKIE);

            var reused = ada.refreshes(ada.refreshToken());

            isRevoked(reused);
            assertThat(cookieAttributes(reused)).contains("natter_refresh=", "Max-Age=0", "Path=/api/v1/auth");
            isRevoked(ada.refreshes(third));
            ada.asks().get("/api/v1/users/me").then().statusCode(401);
            await().untilAsserted(() -> assertThat(events.of(ada.userId()))
                    .filteredOn(event -> event.get("type").asText().equals("session.ended"))
                    .hasSize(1));
        }
    }

    @Test
    void ofManyWhoRefreshWithOneTokenAtOnceOneIsAnswered() {
        var ada = Person.stranger().signsIn();

        var answers = Parallel.all(
                20, i -> Parallel.post("/api/v1/auth/refresh", "", "Cookie", Person.COOKIE + "=" + ada.refreshToken()));

        assertThat(Parallel.count(answers, 200)).isEqualTo(1);
        assertThat(Parallel.count(answers, 401)).isEqualTo(19);
    }

    @Test
    void withoutAGoodCookieThereIsNothingToRefresh() {
        given().post("/api/v1/auth/refresh").then().statusCode(401).body("code", equalTo("session_expired"));
        for (var token : Set.of("", "x", "A".repeat(64), "A".repeat(5000), "é")) {
            Person.stranger()
                    .asks()
                    .header("Cookie", Person.COOKIE + "=" + token)
                    .post("/api/v1/auth/refresh")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("code", equalTo("session_expired"));
        }
    }

    @Test
    void aSessionEndsAfterThirtyDaysHoweverMuchItIsUsed() {
        var ada = Person.stranger().signsIn();
        var token = ada.refreshToken();
        for (int i = 0; i < 3; i++) {
            clock.forward(Duration.ofDays(9));
            token = ada.refreshes(token).then().statusCode(200).extract().cookie(Person.COOKIE);
        }
        clock.forward(Duration.ofDays(4));

        ada.refreshes(token).then().statusCode(401).body("code", equalTo("session_expired"));
    }

    @Test
    void anotherSitesPageCannotUseTheCookie() {
        var ada = Person.stranger().signsIn();

        for (var path : Set.of("/api/v1/auth/refresh", "/api/v1/auth/logout")) {
            for (var origin :
                    Set.of("https://evil.example", "null", "http://localhost:8081", "https://localhost:8080")) {
                ada.person()
                        .asks()
                        .header("Origin", origin)
                        .cookie(Person.COOKIE, ada.refreshToken())
                        .post(path)
                        .then()
                        .statusCode(403)
                        .header("Set-Cookie", nullValue())
                        .header("Access-Control-Allow-Origin", nullValue());
            }
        }
        ada.person()
                .asks()
                .header("Origin", "http://localhost:8080")
                .cookie(Person.COOKIE, ada.refreshToken())
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(200);
    }
}
