package dev.natter.user.deletion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.natter.user.support.Events;
import dev.natter.user.support.Outages;
import dev.natter.user.support.Person;
import dev.natter.user.support.Person.SignedIn;
import dev.natter.user.support.Servers;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class DeletionEndpointTest {

    private static final String ME = "/api/v1/users/me";

    @Inject
    ReactiveMongoClient mongo;

    @Inject
    RedisDataSource redis;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private static ValidatableResponse deletes(SignedIn user, String challengeId, String code) {
        return user.asks()
                .body(Map.of("challengeId", challengeId, "otp", code))
                .delete(ME)
                .then();
    }

    /** A known browser has limits of its own: so there is no minute to wait after the sign-in. */
    private static String challenge(SignedIn user) {
        return user.person()
                .asks()
                .cookie("natter_device", user.answer().cookie("natter_device"))
                .body(Map.of("email", user.person().email()))
                .post("/api/v1/auth/otp")
                .then()
                .statusCode(202)
                .extract()
                .path("challengeId");
    }

    private static SignedIn deleted() {
        var user = Person.stranger().signsIn();
        user.renames("D" + UUID.randomUUID().toString().replace("-", "")).then().statusCode(200);
        user.asks().body("{\"about\":\"Analyst\"}").patch(ME).then().statusCode(200);
        var challenge = challenge(user);
        deletes(user, challenge, user.person().lastCode()).statusCode(204);
        return user;
    }

    @Test
    void nothingOfADeletedAccountIsFound() {
        var ada = Person.stranger().signsIn();
        var name = "D" + UUID.randomUUID().toString().replace("-", "");
        ada.renames(name).then().statusCode(200);
        var bob = Person.stranger().signsIn();

        deletes(ada, challenge(ada), ada.person().lastCode()).statusCode(204);

        for (var query : List.of(name, ada.person().email())) {
            bob.asks().queryParam("query", query).get("/api/v1/users").then().body("items", empty());
        }
        bob.asks().get("/api/v1/users/" + ada.userId()).then().statusCode(404);
    }

    @Test
    void allSessionsEnd() {
        var ada = deleted();

        ada.asks().get(ME).then().statusCode(401);
        ada.refreshes(ada.refreshToken()).then().statusCode(401).body("code", equalTo("session_revoked"));
    }

    @Test
    void signingInAgainMakesANewAccount() {
        var ada = deleted();
        redis.key().del("limit:otp_address:" + ada.person().email());
        var challenge = ada.person().challenge();

        var again = ada.person()
                .verifies(challenge, ada.person().lastCode())
                .then()
                .statusCode(200)
                .extract();

        assertThat(again.<String>path("user.id")).isNotEqualTo(ada.userId());
    }

    @Test
    void addressNameAndTextsAreErased() {
        var ada = deleted();

        var stored = mongo.getDatabase(database)
                .getCollection("accounts")
                .find(new Document("_id", ada.userId()))
                .collect()
                .first()
                .await()
                .atMost(Duration.ofSeconds(10));

        assertThat(stored.toJson())
                .doesNotContain(ada.person().email())
                .doesNotContain("Analyst")
                .doesNotContain(ada.answer().<String>path("user.name"));
        assertThat(stored.getList("searchTerms", String.class)).isEmpty();
    }

    @Test
    void otherServicesLearnOfIt() throws IOException {
        try (var events = new Events()) {
            var ada = deleted();

            await().untilAsserted(() -> assertThat(events.of(ada.userId()))
                    .extracting(event -> event.get("type").asText())
                    .contains("user.deleted", "session.ended"));
            given().auth()
                    .oauth2(Servers.INTERNAL_TOKEN)
                    .queryParam("ids", ada.userId())
                    .get("/internal/v1/profiles")
                    .then()
                    .body("items[0].deleted", equalTo(true))
                    .body("items[0].name", equalTo(""));
        }
    }

    @Test
    void otherServicesLearnOfItWhenTheBrokerIsBack() throws IOException {
        var ada = Person.stranger().signsIn();
        var challenge = challenge(ada);
        var code = ada.person().lastCode();
        try (var events = new Events()) {
            try (var outage = Outages.of("rabbitmq")) {
                deletes(ada, challenge, code).statusCode(204);
                ada.asks().get(ME).then().statusCode(401);
            }

            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(events.of(ada.userId()))
                            .extracting(event -> event.get("type").asText())
                            .contains("user.deleted"));
        }
    }

    @Test
    void aWrongCodeDeletesNothing() {
        var ada = Person.stranger().signsIn();
        var challenge = challenge(ada);

        deletes(ada, challenge, ada.person().wrongCode()).statusCode(401).body("code", equalTo("otp_invalid"));

        ada.asks().get(ME).then().statusCode(200);
    }

    @Test
    void theCodeOfAnotherAddressDeletesNothing() {
        var ada = Person.stranger().signsIn();
        var bob = Person.stranger();
        var challenge = bob.challenge();

        deletes(ada, challenge, bob.lastCode()).statusCode(401);

        ada.asks().get(ME).then().statusCode(200);
    }

    @Test
    void whatIsMalformedIsRefused() {
        var ada = Person.stranger().signsIn();

        ada.asks().body("{}").delete(ME).then().statusCode(400);
        ada.asks()
                .body("{\"challengeId\":\"c\",\"otp\":\"12345\"}")
                .delete(ME)
                .then()
                .statusCode(400);
        given().contentType(ContentType.JSON).body("{}").delete(ME).then().statusCode(401);
    }
}
