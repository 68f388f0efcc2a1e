package dev.natter.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.natter.user.support.MovableClock;
import dev.natter.user.support.Outages;
import dev.natter.user.support.Person;
import dev.natter.user.support.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who finds whom. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class SearchEndpointTest {

    @Inject
    MovableClock clock;

    @Inject
    MongoClient mongo;

    @Inject
    BackfillSearchTerms backfill;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    /** Letters that no other test's names have. */
    /** Letters from g to v: they begin with none of the words that are searched for beside them. */
    private static String unique() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .chars()
                .limit(12)
                .mapToObj(digit -> Character.toString('g' + Character.digit(digit, 16)))
                .collect(Collectors.joining());
    }

    private static Person.SignedIn named(String name) {
        var person = Person.stranger().signsIn();
        person.renames(name).then().statusCode(200);
        return person;
    }

    private static Response search(Person.SignedIn person, String query) {
        return person.asks().queryParam("query", query).get("/api/v1/users");
    }

    @Test
    void aSearchFindsByTheWordsOfTheNameWithoutCaseAndAccents() {
        var letters = unique();
        var zoe = named("Zoë " + letters);
        var zoeline = named("ZOE " + letters + "line");
        var notZoe = named("Not Zoe " + letters);
        named("Zo " + letters);
        var me = named("zoe " + letters + " me");

        for (var query : List.of("zoe " + letters, letters + " ZOÉ", " zoë  " + letters)) {
            search(me, query)
                    .then()
                    .statusCode(200)
                    .body("items.id", equalTo(List.of(notZoe.userId(), zoe.userId(), zoeline.userId())))
                    .body("next", nullValue())
                    .body("items[0]", not(hasKey("email")));
        }
    }

    @Test
    void aSearchFindsInsideOfNamesThatHaveNoSpaces() {
        var letters = unique();
        var hanako = named("田中" + letters + "花子");
        named("田" + letters);
        var me = Person.stranger().signsIn();

        for (var query : List.of("田中" + letters, "中" + letters, letters + "花", letters + " 花子", "花子 田中 " + letters)) {
            search(me, query).then().statusCode(200).body("items.id", equalTo(List.of(hanako.userId())));
        }
    }

    @Test
    void aSearchNeedsAllItsWordsAndNoneInTwoHalves() {
        var letters = unique();
        named("Ada " + letters);
        var me = Person.stranger().signsIn();

        // Above the lower bound is one word, below the upper another: no word is in between.
        for (var query : List.of("ada bob " + letters, letters + " b", "da " + letters, "ada" + letters)) {
            search(me, query).then().statusCode(200).body("items", empty());
        }
        search(me, "a ".repeat(26)).then().statusCode(200);
    }

    @Test
    void anAccountOfAnEarlierReleaseIsFoundWithinAMinute() {
        var letters = unique();
        var ada = named("Ada " + letters);
        var me = Person.stranger().signsIn();
        mongo.getDatabase(database)
                .getCollection("accounts")
                .updateOne(Filters.eq("_id", ada.userId()), Updates.unset("searchTerms"));
        search(me, letters).then().body("items", empty());

        backfill.handle().await().atMost(Duration.ofSeconds(10));

        search(me, letters).then().body("items.id", equalTo(List.of(ada.userId())));
    }

    @Test
    void aSearchIsNoPattern() {
        var letters = unique();
        named("x" + letters);
        var me = Person.stranger().signsIn();

        for (var query : List.of(
                ".*" + letters,
                "^x" + letters,
                "x.+" + letters.substring(1),
                "[a-z]" + letters,
                "{\"$regex\":\"x\"}",
                "%" + letters)) {
            search(me, query).then().statusCode(200).body("items", empty());
        }
    }

    @Test
    void aSearchFindsOneByHisExactAddress() {
        var ada = Person.stranger().signsIn();
        var me = Person.stranger().signsIn();

        search(me, ada.person().email().toUpperCase(Locale.ROOT))
                .then()
                .body("items.id", equalTo(List.of(ada.userId())))
                .body("items[0]", not(hasKey("email")));
        search(me, ada.person().email().substring(1)).then().body("items", empty());
        search(me, me.person().email()).then().body("items", empty());
    }

    @Test
    void anEmptyQueryHasNoResults() {
        var me = Person.stranger().signsIn();

        search(me, "").then().statusCode(200).body("items", empty()).body("next", nullValue());
        search(me, " \u0301 ").then().statusCode(200).body("items", empty());
        me.asks().get("/api/v1/users").then().statusCode(200).body("items", empty());
    }

    @Test
    void pagesAreInTheOrderOfNamesAndCompleteWhileAccountsAreAdded() {
        var letters = unique();
        var expected = new ArrayList<String>();
        for (var name : List.of("a", "b", "b", "c", "d")) {
            expected.add(named(letters + " " + name).userId());
        }
        var me = Person.stranger().signsIn();

        var found = new ArrayList<String>();
        String after = null;
        do {
            var page = me.asks().queryParam("query", letters).queryParam("limit", 2);
            var answer = (after == null ? page : page.queryParam("after", after)).get("/api/v1/users");
            answer.then().statusCode(200);
            found.addAll(answer.<List<String>>path("items.id"));
            if (after == null) {
                named(letters + " a newcomer before the cursor");
            }
            after = answer.path("next");
        } while (after != null);

        assertThat(found).containsExactlyInAnyOrderElementsOf(expected).startsWith(expected.get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=-1", "limit=x", "limit=99999999999", "after=x", "after=%21%21"})
    void aPageThatCannotBeIsMalformed(String parameter) {
        Person.stranger()
                .signsIn()
                .asks()
                .urlEncodingEnabled(false)
                .get("/api/v1/users?query=a&" + parameter)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(parameter.split("=")[0]));
    }

    @Test
    void aLimitOverTheHighestIsTheHighest() {
        Person.stranger()
                .signsIn()
                .asks()
                .queryParam("query", "a")
                .queryParam("limit", 1000)
                .get("/api/v1/users")
                .then()
                .statusCode(200);
    }

    @Test
    void searchesAreLimitedForEachPersonButGoOnWithoutRedis() {
        var me = Person.stranger().signsIn();
        for (int i = 0; i < 120; i++) {
            search(me, "").then().statusCode(200);
        }

        search(me, "").then().statusCode(429).header("Retry-After", not(nullValue()));
        search(Person.stranger().signsIn(), "").then().statusCode(200);
        try (var outage = Outages.of("redis")) {
            search(me, "").then().statusCode(200);
        }
        clock.forward(Duration.ofMinutes(1));
        await().untilAsserted(() -> search(me, "").then().statusCode(200));
    }
}
