package dev.natter.user.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.natter.user.support.Events;
import dev.natter.user.support.Outages;
import dev.natter.user.support.Parallel;
import dev.natter.user.support.Person;
import dev.natter.user.support.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see of themselves and of each other. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class UserEndpointTest {

    @Test
    void onlyTheOwnAddressIsShown() {
        var ada = Person.stranger().signsIn();
        var bob = Person.stranger().signsIn();

        ada.asks()
                .get("/api/v1/users/me")
                .then()
                .statusCode(200)
                .body("id", equalTo(ada.userId()))
                .body("email", equalTo(ada.person().email()));
        bob.asks()
                .get("/api/v1/users/" + ada.userId())
                .then()
                .statusCode(200)
                .body("id", equalTo(ada.userId()))
                .body("$", not(hasKey("email")))
                .body("$", not(hasKey("version")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "%00", "..%2f", "%7B%22$ne%22:%22%22%7D"})
    void whoIsNotThereIsNotFound(String id) {
        Person.stranger()
                .signsIn()
                .asks()
                .urlEncodingEnabled(false)
                .get("/api/v1/users/" + id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/users/me", "/api/v1/users?query=a", "/api/v1/users/x", "/api/v1/auth/sessions"})
    void usersAreNotShownWithoutAToken(String path) {
        given().get(path).then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void aNewNameIsStoredAndPublished() throws IOException {
        try (var events = new Events()) {
            var ada = Person.stranger().signsIn();

            ada.renames("  Ada Lovelace ").then().statusCode(200).body("name", equalTo("Ada Lovelace"));
            ada.renames("Ada Lovelace").then().statusCode(200);

            ada.asks().get("/api/v1/users/me").then().body("name", equalTo("Ada Lovelace"));
            await().untilAsserted(() -> assertThat(events.of(ada.userId())).hasSize(2));
            var registered = events.of(ada.userId()).get(0);
            var renamed = events.of(ada.userId()).get(1);
            assertThat(registered.get("type").asText()).isEqualTo("user.registered");
            assertThat(registered.get("version").asLong()).isEqualTo(1);
            assertThat(renamed.get("type").asText()).isEqualTo("user.changed");
            assertThat(renamed.get("name").asText()).isEqualTo("Ada Lovelace");
            assertThat(renamed.get("version").asLong()).isEqualTo(2);
            assertThat(renamed.get("createdAt").asText()).matches(".*T\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":null}",
                "{\"name\":\"\"}",
                "{\"name\":\"  \"}",
                "{\"name\":7}",
                "{\"name\":{\"$set\":\"x\"}}",
                "{\"name\":\"a\\u202eb\"}",
                "{\"name\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}"
            })
    void whatIsNoNameIsMalformed(String body) {
        Person.stranger()
                .signsIn()
                .asks()
                .body(body)
                .patch("/api/v1/users/me")
                .then()
                .statusCode(400)
                .body("errors", hasSize(1))
                .body("errors[0].field", equalTo("name"));
    }

    @Test
    void ofConcurrentRenamesEachCountsAndTheLastIsPublished() throws IOException {
        try (var events = new Events()) {
            var ada = Person.stranger().signsIn();

            Parallel.all(
                    20,
                    i -> Parallel.patch("/api/v1/users/me", "{\"name\":\"Ada %d\"}".formatted(i), ada.accessToken()));

            // An event that is not confirmed in time is published again only while there is no newer one.
            await().untilAsserted(() -> assertThat(events.of(ada.userId()))
                    .filteredOn(event -> event.get("version").asLong() == 21)
                    .isNotEmpty());
            var name = ada.asks().get("/api/v1/users/me").<String>path("name");
            assertThat(events.of(ada.userId()))
                    .filteredOn(event -> event.get("version").asLong() == 21)
                    .allSatisfy(event -> assertThat(event.get("name").asText()).isEqualTo(name));
        }
    }

    @Test
    void anUnconfirmedEventIsPublishedWhenTheBrokerIsBack() throws IOException {
        var ada = Person.stranger().signsIn();
        try (var events = new Events()) {
            try (var outage = Outages.of("rabbitmq")) {
                ada.renames("Ada in the dark").then().statusCode(200);
                ada.asks().post("/api/v1/auth/logout").then().statusCode(204);
            }

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(events.of(ada.userId()))
                            .extracting(event -> event.get("type").asText())
                            .contains("user.changed", "session.ended"));
        }
    }

    @Test
    void aWrongMediaTypeIsRefused() {
        Person.stranger()
                .signsIn()
                .asks()
                .contentType("text/plain")
                .body("name=Ada")
                .patch("/api/v1/users/me")
                .then()
                .statusCode(415)
                .contentType(containsString("application/problem+json"));
    }
}
