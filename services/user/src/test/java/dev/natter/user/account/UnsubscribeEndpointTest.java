package dev.natter.user.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.natter.testing.RecordedLog;
import dev.natter.user.support.Events;
import dev.natter.user.support.Person;
import dev.natter.user.support.Person.SignedIn;
import dev.natter.user.support.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A link in a mail about missed messages switches these mails off, by one POST and without sign-in. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class UnsubscribeEndpointTest {

    private static final String PATH = "/api/v1/users/unsubscribe/";

    /** The exchange exists when the service is connected. */
    @BeforeEach
    void awaitBroker() {
        await().untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void theEventHasTheAddressAndATokenWhileTheMailsAreWanted() throws IOException {
        try (var events = new Events();
                var log = new RecordedLog()) {
            var ada = Person.stranger().signsIn();
            var wanted = sets(ada, "hourly", events, 2);
            var unwanted = sets(ada, "off", events, 3);

            assertThat(wanted.at("/missedMailTo/address").asText())
                    .isEqualTo(ada.person().email());
            assertThat(wanted.at("/missedMailTo/unsubscribeToken").asText()).startsWith(ada.userId() + ".");
            assertThat(unwanted.has("missedMailTo")).isFalse();
            assertThat(log.lines())
                    .noneMatch(line -> line.contains(
                            wanted.at("/missedMailTo/unsubscribeToken").asText()));
        }
    }

    @Test
    void anotherServiceGetsTheAddressWhileTheMailsAreWanted() throws IOException {
        try (var events = new Events()) {
            var ada = Person.stranger().signsIn();
            profile(ada).body("items[0].missedMailTo", nullValue());
            sets(ada, "hourly", events, 2);
            profile(ada)
                    .body("items[0].missedMailTo.address", equalTo(ada.person().email()));
        }
    }

    @Test
    void aPostSwitchesTheMailsOffAndARepeatChangesNothing() throws IOException {
        try (var events = new Events()) {
            var ada = Person.stranger().signsIn();
            var token = token(sets(ada, "hourly", events, 2));

            posts(token).statusCode(204);
            missedMail(ada).body("settings.missedMail", equalTo("off"));
            await().untilAsserted(() -> assertThat(events.of(ada.userId())).hasSize(3));
            assertThat(events.of(ada.userId()).get(2).has("missedMailTo")).isFalse();

            posts(token).statusCode(204);
            missedMail(ada).body("settings.missedMail", equalTo("off"));
            assertThat(events.of(ada.userId())).hasSize(3);
        }
    }

    @Test
    void aGetChangesNothingAndLeadsToThePage() throws IOException {
        try (var events = new Events()) {
            var ada = Person.stranger().signsIn();
            var token = token(sets(ada, "hourly", events, 2));

            given().redirects()
                    .follow(false)
                    .get(PATH + token)
                    .then()
                    .statusCode(303)
                    .header("Location", containsString("/unsubscribe/" + token));

            missedMail(ada).body("settings.missedMail", equalTo("hourly"));
        }
    }

    @Test
    void aTokenOfNoUserIsAnsweredTheSameAndChangesNothing() throws IOException {
        try (var events = new Events()) {
            var ada = Person.stranger().signsIn();
            var token = token(sets(ada, "hourly", events, 2));
            var bob = Person.stranger().signsIn();

            posts(token.substring(0, token.length() - 2) + "xx").statusCode(204);
            posts(ada.userId()).statusCode(204);
            posts(bob.userId() + token.substring(token.lastIndexOf('.'))).statusCode(204);
            posts("nothing").statusCode(204);

            missedMail(ada).body("settings.missedMail", equalTo("hourly"));
        }
    }

    @Test
    void oneNetworkIsLimited() {
        for (int i = 0; i < 120; i++) {
            from("203.0.113.77", "nothing").statusCode(204);
        }
        from("203.0.113.77", "nothing").statusCode(429).body("code", equalTo("rate_limited"));
        from("203.0.113.78", "nothing").statusCode(204);
    }

    private static JsonNode sets(SignedIn user, String missedMail, Events events, int version) throws IOException {
        user.asks()
                .body("{\"settings\":{\"missedMail\":\"" + missedMail + "\"}}")
                .patch("/api/v1/users/me")
                .then()
                .statusCode(200);
        await().untilAsserted(() -> assertThat(events.of(user.userId())).hasSize(version));
        return events.of(user.userId()).get(version - 1);
    }

    private static String token(JsonNode event) {
        return event.at("/missedMailTo/unsubscribeToken").asText();
    }

    /** As a mail provider does it. */
    private static ValidatableResponse posts(String token) {
        return given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(PATH + token)
                .then();
    }

    private static ValidatableResponse from(String network, String token) {
        return given().header("X-Forwarded-For", network).post(PATH + token).then();
    }

    private static ValidatableResponse missedMail(SignedIn user) {
        return user.asks().get("/api/v1/users/me").then();
    }

    private static ValidatableResponse profile(SignedIn user) {
        return given().auth()
                .oauth2(Servers.INTERNAL_TOKEN)
                .queryParam("ids", user.userId())
                .get("/internal/v1/profiles")
                .then();
    }
}
