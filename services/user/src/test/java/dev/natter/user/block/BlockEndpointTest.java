package dev.natter.user.block;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.natter.user.support.Events;
import dev.natter.user.support.Person;
import dev.natter.user.support.Person.SignedIn;
import dev.natter.user.support.Servers;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class BlockEndpointTest {

    private static final String BLOCKS = "/api/v1/users/me/blocks";

    @Inject
    ReactiveMongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private SignedIn ada;
    private SignedIn bob;

    @BeforeEach
    void signIn() {
        ada = Person.stranger().signsIn();
        bob = Person.stranger().signsIn();
    }

    private static ValidatableResponse blocks(SignedIn user, String id) {
        return user.asks().put(BLOCKS + "/" + id).then();
    }

    private static ValidatableResponse unblocks(SignedIn user, String id) {
        return user.asks().delete(BLOCKS + "/" + id).then();
    }

    private static ValidatableResponse list(SignedIn user) {
        return user.asks().get(BLOCKS).then().statusCode(200);
    }

    @Test
    void aBlockedUserIsListedUntilUnblocked() {
        list(ada).body("items", empty()).body("next", nullValue());

        blocks(ada, bob.userId()).statusCode(204);
        list(ada).body("items.id", contains(bob.userId())).body("items[0]", not(hasKey("email")));

        unblocks(ada, bob.userId()).statusCode(204);
        list(ada).body("items", empty());
        list(bob).body("items", empty());
    }

    @Test
    void aRepeatChangesNothing() throws IOException {
        try (var events = new Events()) {
            blocks(ada, bob.userId()).statusCode(204);
            blocks(ada, bob.userId()).statusCode(204);
            unblocks(ada, bob.userId()).statusCode(204);
            unblocks(ada, bob.userId()).statusCode(204);

            await().untilAsserted(() -> assertThat(events.of(ada.userId())).hasSize(2));
            assertThat(events.of(ada.userId()))
                    .extracting(event -> event.get("blocked").toString())
                    .containsExactly("[\"" + bob.userId() + "\"]", "[]");
        }
    }

    @Test
    void theLastBlockedIsFirstAndPagesAreComplete() {
        var carol = Person.stranger().signsIn();
        List.of(bob, carol).forEach(user -> blocks(ada, user.userId()).statusCode(204));

        var first = ada.asks().queryParam("limit", 1).get(BLOCKS).then().extract();
        var second = ada.asks()
                .queryParam("limit", 1)
                .queryParam("after", first.<String>path("next"))
                .get(BLOCKS)
                .then()
                .extract();

        assertThat(first.<List<String>>path("items.id")).containsExactly(carol.userId());
        assertThat(second.<List<String>>path("items.id")).containsExactly(bob.userId());
        assertThat(second.<String>path("next")).isNull();
        ada.asks().queryParam("after", "other").get(BLOCKS).then().statusCode(400);
    }

    @Test
    void someUsersCannotBeBlocked() {
        blocks(ada, UUID.randomUUID().toString()).statusCode(404).body("code", equalTo("user_not_found"));
        blocks(ada, ada.userId()).statusCode(422).body("code", equalTo("blocks_yourself"));
        unblocks(ada, "unknown").statusCode(204);
        list(ada).body("items", empty());
    }

    @Test
    void blockingNeedsAToken() {
        given().get(BLOCKS).then().statusCode(401);
        given().put(BLOCKS + "/" + bob.userId()).then().statusCode(401);
        given().delete(BLOCKS + "/" + bob.userId()).then().statusCode(401);
    }

    @Test
    void whoBlockedTheCallerDoesNotAppearInSearch() {
        var name = "Q" + UUID.randomUUID().toString().replace("-", "");
        ada.renames(name).then().statusCode(200);

        blocks(ada, bob.userId()).statusCode(204);

        for (var query : List.of(name, ada.person().email())) {
            bob.asks().queryParam("query", query).get("/api/v1/users").then().body("items", empty());
            Person.stranger()
                    .signsIn()
                    .asks()
                    .queryParam("query", query)
                    .get("/api/v1/users")
                    .then()
                    .body("items.id", contains(ada.userId()));
        }
        // The other way round nothing is hidden: one finds those whom one wants to unblock.
        ada.asks()
                .queryParam("query", bob.person().email())
                .get("/api/v1/users")
                .then()
                .body("items.id", contains(bob.userId()));
    }

    @Test
    void fiveHundredCanBeBlocked() {
        var others = IntStream.range(0, 499).mapToObj(i -> "u" + i).toList();
        mongo.getDatabase(database)
                .getCollection("accounts")
                .updateOne(new Document("_id", ada.userId()), new Document("$set", new Document("blocked", others)))
                .await()
                .atMost(Duration.ofSeconds(10));
        var carol = Person.stranger().signsIn();

        blocks(ada, bob.userId()).statusCode(204);
        blocks(ada, carol.userId()).statusCode(422).body("code", equalTo("too_many_blocks"));
        blocks(ada, bob.userId()).statusCode(204);
        unblocks(ada, bob.userId()).statusCode(204);
        blocks(ada, carol.userId()).statusCode(204);
    }
}
