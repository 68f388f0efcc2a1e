package dev.natter.user.session;

import static dev.natter.user.session.SessionAnswers.cookieAttributes;
import static dev.natter.user.session.SessionAnswers.isRevoked;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.natter.user.support.Events;
import dev.natter.user.support.MovableClock;
import dev.natter.user.support.Person;
import dev.natter.user.support.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A person's signed-in devices, and how each of them is signed out. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class SessionEndEndpointTest {

    @Inject
    MovableClock clock;

    @AfterEach
    void backToThePresent() {
        clock.reset();
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
            assertThat(cookieAttributes(answer)).contains("natter_refresh=", "Max-Age=0");
            isRevoked(ada.refreshes(ada.refreshToken()));
            ada.asks().get("/api/v1/users/me").then().statusCode(401).body("code", equalTo("unauthorized"));
            assertThat(events.of(ada.userId())).last().satisfies(event -> {
                assertThat(event.get("type").asText()).isEqualTo("session.ended");
                assertThat(event.get("sessionId").asText()).isEqualTo(ada.sessionId());
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
                .body("items.id", contains(laptop.sessionId(), phone.sessionId()))
                .body("items.current", contains(true, false))
                .body("items[0].device", equalTo("Laptop <b>"))
                .body("items[0].userAgent", equalTo("Laptop <b>"))
                .body("items[0].network", equalTo(ada.network()))
                .body("next", nullValue());
        var page = laptop.asks().queryParam("limit", 1).get("/api/v1/auth/sessions");
        page.then().body("items.id", contains(laptop.sessionId()));
        laptop.asks()
                .queryParam("limit", 1)
                .queryParam("after", page.<String>path("next"))
                .get("/api/v1/auth/sessions")
                .then()
                .body("items.id", contains(phone.sessionId()))
                .body("next", nullValue());

        laptop.asks()
                .delete("/api/v1/auth/sessions/" + phone.sessionId())
                .then()
                .statusCode(204);

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
        laptop.asks()
                .delete("/api/v1/auth/sessions/" + phone.sessionId())
                .then()
                .statusCode(204);

        laptop.asks()
                .delete("/api/v1/auth/sessions/" + phone.sessionId())
                .then()
                .statusCode(404)
                .body("code", equalTo("session_not_found"));
        laptop.asks().get("/api/v1/auth/sessions").then().body("items.id", contains(laptop.sessionId()));
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
                .delete("/api/v1/auth/sessions/" + ada.sessionId())
                .then()
                .statusCode(404)
                .body("code", equalTo("session_not_found"));
        mallory.asks().delete("/api/v1/auth/sessions/unknown").then().statusCode(404);
        mallory.asks()
                .get("/api/v1/auth/sessions")
                .then()
                .body("items.id", not(empty()))
                .body("items.id", not(contains(ada.sessionId())));
        ada.refreshes(ada.refreshToken()).then().statusCode(200);
    }
}
