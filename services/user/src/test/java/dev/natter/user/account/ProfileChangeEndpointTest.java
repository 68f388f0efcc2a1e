package dev.natter.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.natter.user.support.Events;
import dev.natter.user.support.Person;
import dev.natter.user.support.Person.SignedIn;
import dev.natter.user.support.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user changes any part of profile and settings, and the others stay as they are. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class ProfileChangeEndpointTest {

    private static ValidatableResponse changes(SignedIn user, String body) {
        return user.asks().body(body).patch("/api/v1/users/me").then();
    }

    @Test
    void aNewUserHasTheDefaults() {
        var ada = Person.stranger().signsIn();

        ada.asks()
                .get("/api/v1/users/me")
                .then()
                .body("about", nullValue())
                .body("$", hasKey("avatar"))
                .body("avatar", nullValue())
                .body("settings.readReceipts", equalTo(true))
                .body("settings.lastSeen", equalTo(true))
                .body("settings.missedMail", equalTo("off"));
    }

    @Test
    void whatIsNotMentionedStays() {
        var ada = Person.stranger().signsIn();
        changes(ada, "{\"name\":\"Ada\",\"about\":\"  Analyst \"}")
                .statusCode(200)
                .body("about", equalTo("Analyst"));

        changes(ada, "{\"settings\":{\"lastSeen\":false,\"missedMail\":\"hourly\"}}")
                .statusCode(200);
        changes(ada, "{}").statusCode(200);

        ada.asks()
                .get("/api/v1/users/me")
                .then()
                .body("name", equalTo("Ada"))
                .body("about", equalTo("Analyst"))
                .body("settings.readReceipts", equalTo(true))
                .body("settings.lastSeen", equalTo(false))
                .body("settings.missedMail", equalTo("hourly"));
    }

    @Test
    void othersSeeTheAboutAndNotTheSettings() {
        var ada = Person.stranger().signsIn();
        changes(ada, "{\"about\":\"Analyst\",\"settings\":{\"lastSeen\":false}}")
                .statusCode(200);

        Person.stranger()
                .signsIn()
                .asks()
                .get("/api/v1/users/" + ada.userId())
                .then()
                .body("about", equalTo("Analyst"))
                .body("$", not(hasKey("settings")))
                .body("$", not(hasKey("email")));
    }

    @ParameterizedTest
    @CsvSource({"null", "'\"\"'", "'\"  \"'"})
    void anAboutCanBeRemoved(String nothing) {
        var ada = Person.stranger().signsIn();
        changes(ada, "{\"about\":\"Analyst\"}").statusCode(200);

        changes(ada, "{\"about\":" + nothing + "}").statusCode(200).body("about", nullValue());
    }

    @Test
    void anAboutHasUpTo140Characters() {
        var ada = Person.stranger().signsIn();

        changes(ada, "{\"about\":\"" + "😀".repeat(140) + "\"}").statusCode(200);
        changes(ada, "{\"about\":\"" + "a".repeat(141) + "\"}")
                .statusCode(400)
                .body("code", equalTo("bad_request"))
                .body("errors", hasSize(1))
                .body("errors[0].field", equalTo("about"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"about\":7} | about",
                "{\"about\":\"a\\u202eb\"} | about",
                "{\"about\":\"\\u200b\"} | about",
                "{\"settings\":null} | settings",
                "{\"settings\":[]} | settings",
                "{\"settings\":{\"readReceipts\":\"yes\"}} | settings.readReceipts",
                "{\"settings\":{\"lastSeen\":null}} | settings.lastSeen",
                "{\"settings\":{\"missedMail\":\"daily\"}} | settings.missedMail",
                "{\"settings\":{\"missedMail\":1}} | settings.missedMail"
            })
    void whatIsInvalidIsNamedAndChangesNothing(String body, String field) {
        var ada = Person.stranger().signsIn();

        changes(ada, body.replaceFirst("\\{", "{\"name\":\"Other\","))
                .statusCode(400)
                .body("errors", hasSize(1))
                .body("errors[0].field", equalTo(field));

        ada.asks().get("/api/v1/users/me").then().body("name", not(equalTo("Other")));
    }

    @Test
    void anEventCarriesAllOfIt() throws IOException {
        try (var events = new Events()) {
            var ada = Person.stranger().signsIn();

            changes(ada, "{\"about\":\"Analyst\",\"settings\":{\"readReceipts\":false}}")
                    .statusCode(200);
            changes(ada, "{\"about\":\"Analyst\"}").statusCode(200);

            await().untilAsserted(() -> assertThat(events.of(ada.userId())).hasSize(2));
            var changed = events.of(ada.userId()).get(1);
            assertThat(changed.get("type").asText()).isEqualTo("user.changed");
            assertThat(changed.get("version").asLong()).isEqualTo(2);
            assertThat(changed.get("about").asText()).isEqualTo("Analyst");
            assertThat(changed.at("/settings/readReceipts").asBoolean()).isFalse();
            assertThat(changed.at("/settings/lastSeen").asBoolean()).isTrue();
            assertThat(changed.at("/settings/missedMail").asText()).isEqualTo("off");
            assertThat(changed.get("blocked")).isEmpty();
            assertThat(changed.has("email")).isFalse();
        }
    }

    @Test
    void aServiceGetsAllOfIt() {
        var ada = Person.stranger().signsIn();
        changes(ada, "{\"about\":\"Analyst\",\"settings\":{\"lastSeen\":false}}")
                .statusCode(200);

        io.restassured.RestAssured.given()
                .auth()
                .oauth2(Servers.INTERNAL_TOKEN)
                .queryParam("ids", ada.userId())
                .get("/internal/v1/profiles")
                .then()
                .body("items[0].about", equalTo("Analyst"))
                .body("items[0].settings.lastSeen", equalTo(false))
                .body("items[0].blocked", equalTo(List.of()))
                .body("items[0].deleted", equalTo(false));
    }

    @Test
    void changesAreLimited() {
        var ada = Person.stranger().signsIn();
        for (int i = 0; i < 60; i++) {
            changes(ada, "{}").statusCode(200);
        }

        changes(ada, "{}").statusCode(429).body("code", equalTo("rate_limited"));
    }
}
