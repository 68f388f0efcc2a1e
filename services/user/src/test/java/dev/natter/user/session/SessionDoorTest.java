package dev.natter.user.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.natter.user.support.Events;
import dev.natter.user.support.MovableClock;
import dev.natter.user.support.Parallel;
import dev.natter.user.support.Person;
import dev.natter.user.support.Servers;
import dev.natter.user.support.TokenForgery;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class SessionDoorTest {

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

        assertThat(attributes(ada.answer().header("Set-Cookie")))
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
            assertThat(attributes(reused.header("Set-Cookie")))
                    .contains("natter_refresh=", "Max-Age=0", "Path=/api/v1/auth");
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
    void loggingOutEndsTheSessionAtOnceAndEverywhere() throws IOException {
        try (var events = new Events()) {
            var ada = Person.stranger().signsIn();

            var answer = ada.person()
                    .asks()
                    .cookie(Person.COOKIE, ada.refreshToken())
                    .post("/api/v1/auth/logout");

            answer.then().statusCode(204);
            assertThat(attributes(answer.header("Set-Cookie"))).contains("natter_refresh=", "Max-Age=0");
            isRevoked(ada.refreshes(ada.refreshToken()));
            ada.asks().get("/api/v1/users/me").then().statusCode(401).body("code", equalTo("unauthorized"));
            assertThat(events.of(ada.userId())).last().satisfies(event -> {
                assertThat(event.get("type").asText()).isEqualTo("session.ended");
                assertThat(event.get("sessionId").asText()).isEqualTo(sessionId(ada));
            });
        }
    }

    @Test
    void anAccessTokenAloneIsEnoughToLogOut() {
        var ada = Person.stranger().signsIn();

        ada.asks().post("/api/v1/auth/logout").then().statusCode(204);

        isRevoked(ada.refreshes(ada.refreshToken()));
    }

    @Test
    void aCookieIsEnoughToLogOutWhateverTheAccessToken() {
        var ada = Person.stranger().signsIn();

        ada.person()
                .asks()
                .header("Authorization", "Bearer rubbish")
                .cookie(Person.COOKIE, ada.refreshToken())
                .post("/api/v1/auth/logout")
                .then()
                .statusCode(204);

        isRevoked(ada.refreshes(ada.refreshToken()));
    }

    @Test
    void whoShowsNothingIsNotLoggedOut() {
        given().post("/api/v1/auth/logout").then().statusCode(401).contentType("application/problem+json");
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

    @Test
    void devicesAreListedAndCanBeSignedOut() {
        var ada = Person.stranger();
        var phone = ada.signsIn();
        clock.forward(Duration.ofSeconds(61));
        var challenge = ada.challenge();
        var laptop = new Person.SignedIn(
                ada,
                ada.asks()
                        .header("User-Agent", "Laptop <b>")
                        .body("{\"email\":\"%s\",\"challengeId\":\"%s\",\"otp\":\"%s\"}"
                                .formatted(ada.email(), challenge, ada.lastCode()))
                        .post("/api/v1/auth/otp/verify"));

        laptop.asks()
                .get("/api/v1/auth/sessions")
                .then()
                .statusCode(200)
                .body("items.id", contains(sessionId(laptop), sessionId(phone)))
                .body("items.current", contains(true, false))
                .body("items[0].device", equalTo("Laptop <b>"))
                .body("items[0].userAgent", equalTo("Laptop <b>"))
                .body("items[0].network", equalTo(ada.network()))
                .body("next", nullValue());
        var page = laptop.asks().queryParam("limit", 1).get("/api/v1/auth/sessions");
        page.then().body("items.id", contains(sessionId(laptop)));
        laptop.asks()
                .queryParam("limit", 1)
                .queryParam("after", page.<String>path("next"))
                .get("/api/v1/auth/sessions")
                .then()
                .body("items.id", contains(sessionId(phone)))
                .body("next", nullValue());

        laptop.asks().delete("/api/v1/auth/sessions/" + sessionId(phone)).then().statusCode(204);

        isRevoked(phone.refreshes(phone.refreshToken()));
        laptop.asks().get("/api/v1/auth/sessions").then().body("items", hasSize(1));
    }

    @Test
    void aDeviceIsListedAsItWasWhenItWasLastUsed() {
        var ada = Person.stranger().signsIn();
        clock.forward(Duration.ofHours(1));
        var token = ada.person()
                .asks()
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0")
                .header("X-Forwarded-For", "2001:db8:1:2:3:4:5:6")
                .cookie(Person.COOKIE, ada.refreshToken())
                .post("/api/v1/auth/refresh")
                .<String>path("accessToken");

        var session = given().auth()
                .oauth2(token)
                .get("/api/v1/auth/sessions")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].device", equalTo("Firefox on Linux"))
                .body("items[0].network", equalTo("2001:db8:1:2:0:0:0:0/64"))
                .body("items[0].current", equalTo(true))
                .extract();

        var createdAt = Instant.parse(session.<String>path("items[0].createdAt"));
        var lastUsedAt = Instant.parse(session.<String>path("items[0].lastUsedAt"));
        assertThat(Duration.between(createdAt, lastUsedAt)).isGreaterThanOrEqualTo(Duration.ofHours(1));
    }

    @Test
    void aSessionThatIsOverIsNotListedAndCannotBeEndedAgain() {
        var ada = Person.stranger();
        var phone = ada.signsIn();
        clock.forward(Duration.ofSeconds(61));
        var laptop = ada.signsIn();
        laptop.asks().delete("/api/v1/auth/sessions/" + sessionId(phone)).then().statusCode(204);

        laptop.asks()
                .delete("/api/v1/auth/sessions/" + sessionId(phone))
                .then()
                .statusCode(404)
                .body("code", equalTo("session_not_found"));
        laptop.asks().get("/api/v1/auth/sessions").then().body("items.id", contains(sessionId(laptop)));
    }

    @Test
    void theListIsForThoseWhoAreSignedIn() {
        given().get("/api/v1/auth/sessions").then().statusCode(401);
        given().delete("/api/v1/auth/sessions/x").then().statusCode(401);
        var ada = Person.stranger().signsIn();
        for (var wrong : Set.of("limit=0", "limit=x", "after=x")) {
            ada.asks().get("/api/v1/auth/sessions?" + wrong).then().statusCode(400);
        }
    }

    @Test
    void theSessionsOfOthersAreNotThere() {
        var ada = Person.stranger().signsIn();
        var mallory = Person.stranger().signsIn();

        mallory.asks()
                .delete("/api/v1/auth/sessions/" + sessionId(ada))
                .then()
                .statusCode(404)
                .body("code", equalTo("session_not_found"));
        mallory.asks().delete("/api/v1/auth/sessions/unknown").then().statusCode(404);
        mallory.asks()
                .get("/api/v1/auth/sessions")
                .then()
                .body("items.id", not(empty()))
                .body("items.id", not(contains(sessionId(ada))));
        ada.refreshes(ada.refreshToken()).then().statusCode(200);
    }

    private static String sessionId(Person.SignedIn somebody) {
        return TokenForgery.decoded(somebody.accessToken(), 1).getString("sid");
    }

    private static Set<String> attributes(String setCookie) {
        return Arrays.stream(setCookie.split(";")).map(String::strip).collect(Collectors.toSet());
    }

    private static void isRevoked(io.restassured.response.Response answer) {
        answer.then()
                .statusCode(401)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo("session_revoked"));
    }
}
