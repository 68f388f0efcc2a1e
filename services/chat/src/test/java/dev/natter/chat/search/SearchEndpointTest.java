package dev.natter.chat.search;

import static dev.natter.chat.Caller.items;
import static dev.natter.chat.Caller.json;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.Caller;
import dev.natter.chat.mongo.ChatDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SearchEndpointTest {

    private static final String PATH = "/api/v1/search/messages";

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();
    private final Caller eve = Caller.newUser();

    @Inject
    MessageIndexer indexer;

    @Inject
    ChatDatabase database;

    @Test
    void aResultLooksAsTheContractSays() {
        var conversation = ada.conversationWith(bob);
        var message = ada.send(conversation, "Tomato soup for lunch?");
        ada.send(conversation, "Or bread");

        var page = json(search(bob, Map.of("query", "lunch TOM")), 200);

        assertThat(page)
                .isEqualTo(new JsonObject()
                        .put(
                                "items",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("message", message)
                                                .put("conversationId", conversation)
                                                .put(
                                                        "highlights",
                                                        new JsonArray()
                                                                .add(new JsonArray()
                                                                        .add(0)
                                                                        .add(3))
                                                                .add(new JsonArray()
                                                                        .add(16)
                                                                        .add(21)))))
                        .put("next", null));
    }

    @Test
    void onlyMembersFindAMessage() {
        var conversation = ada.conversationWith(bob);
        ada.send(conversation, "a secret");

        assertThat(found(eve, Map.of("query", "secret"))).isEmpty();
        assertThat(search(eve, Map.of("query", "secret", "conversationId", conversation))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aConversationLimitsTheSearch() {
        var one = ada.conversationWith(bob);
        var other = ada.conversationWith(eve);
        ada.send(one, "word");
        ada.send(other, "word");

        assertThat(found(ada, Map.of("query", "word"))).hasSize(2);
        assertThat(found(ada, Map.of("query", "word", "conversationId", other)))
                .singleElement()
                .matches(hit -> hit.getString("conversationId").equals(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000"})
    void refusesABlankQuery(String query) {
        assertThat(search(ada, Map.of("query", query)).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesWhatIsMissingTooLongOrMalformed() {
        assertThat(search(ada, Map.of()).statusCode()).isEqualTo(400);
        assertThat(search(ada, Map.of("query", "x".repeat(201))).statusCode()).isEqualTo(400);
        assertThat(search(ada, Map.of("query", "x ".repeat(11))).statusCode()).isEqualTo(400);
        assertThat(search(ada, Map.of("query", "x", "before", "nonsense")).statusCode())
                .isEqualTo(400);
        assertThat(search(ada, Map.of("query", "x", "before", "YQ")).statusCode())
                .isEqualTo(400);
        assertThat(search(ada, Map.of("query", "x", "limit", "0")).statusCode()).isEqualTo(400);
        assertThat(found(ada, Map.of("query", "?!"))).isEmpty();
    }

    /** At once, while the index has the former texts, and when it is up to date. */
    @Test
    void whatIsEditedIsFoundByTheNewTextAndWhatIsDeletedNotAtAll() {
        var conversation = ada.conversationWith(bob);
        var edited = ada.send(conversation, "apples").getString("id");
        var deleted = ada.send(conversation, "bananas").getString("id");
        get(indexer.index(conversation));

        edit(conversation, edited, "cherries").then().statusCode(200);
        ada.request()
                .delete("/api/v1/conversations/{id}/messages/{message}", conversation, deleted)
                .then()
                .statusCode(204);

        for (var isIndexed : List.of(false, true)) {
            if (isIndexed) {
                get(indexer.index(conversation));
            }
            assertThat(found(bob, Map.of("query", "apples"))).isEmpty();
            assertThat(found(bob, Map.of("query", "bananas"))).isEmpty();
            assertThat(found(bob, Map.of("query", "cherries")))
                    .singleElement()
                    .matches(hit -> hit.getJsonObject("message").getString("id").equals(edited));
        }
        var indexed = get(database.collection("search_texts", Document.class)
                .find(new Document("conversationId", conversation))
                .collect()
                .asList());
        assertThat(indexed)
                .singleElement()
                .satisfies(segment -> assertThat(segment.getString("text"))
                        .contains("cherries")
                        .doesNotContain("apples", "bananas"));
    }

    private Response edit(String conversation, String message, String text) {
        return ada.request(new JsonObject().put("text", text))
                .patch("/api/v1/conversations/{id}/messages/{message}", conversation, message);
    }

    @Test
    void findsRepliesWithOneNumberInSeveralConversations() {
        for (var conversation : List.of(ada.conversationWith(bob), ada.conversationWith(eve))) {
            var first = ada.send(conversation, "walnuts?").getString("id");
            var reply = new JsonObject()
                    .put("clientMessageId", UUID.randomUUID().toString())
                    .put("text", "walnuts!")
                    .put("replyTo", first);
            ada.request(reply)
                    .post("/api/v1/conversations/{id}/messages", conversation)
                    .then()
                    .statusCode(201);
        }

        assertThat(found(ada, Map.of("query", "walnuts"))).hasSize(4);
    }

    @Test
    void saysHowManySearchesAreLeft() {
        assertThat(search(ada, Map.of("query", "x")).header("RateLimit-Policy"))
                .isEqualTo("\"message_search\";q=120;w=60");
    }

    /** Random texts in several conversations, partly indexed, are found page by page as by a naive matcher. */
    @Test
    void pagesThroughWhatANaiveMatcherFinds() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var scripts = new Scripts(random);
        var conversations = List.of(ada.conversationWith(bob), ada.conversationWith(eve), group());
        var texts = new HashMap<String, List<Scripts.Word>>();
        var ids = new ArrayList<String>();
        for (var number = 0; number < 330; number++) {
            var words = scripts.words(4);
            // Mostly one conversation, so that it has several segments.
            var conversation = conversations.get(random.nextInt(5) / 2);
            var id = ada.send(conversation, scripts.write(words, false)).getString("id");
            ids.add(id);
            texts.put(id, words);
            if (random.nextInt(40) == 0) {
                get(indexer.index(conversation));
            }
        }
        Collections.reverse(ids);
        for (var step = 0; step < 30; step++) {
            var sought = new ArrayList<Scripts.Word>();
            sought.add(scripts.sought(texts.get(ids.get(random.nextInt(ids.size())))));
            if (random.nextBoolean()) {
                sought.add(scripts.sought(texts.get(ids.get(random.nextInt(ids.size())))));
            }
            var query = scripts.write(sought, true);
            var expected = ids.stream()
                    .filter(id -> sought.stream()
                            .allMatch(word -> texts.get(id).stream().anyMatch(word::finds)))
                    .toList();

            assertThat(all(query, 10 + random.nextInt(50)))
                    .as("seed %d, step %d: %s", seed, step, query)
                    .isEqualTo(expected);
        }
    }

    private String group() {
        return ada.start("Lunch", bob, eve).then().extract().path("id");
    }

    private List<String> all(String query, int limit) {
        var all = new ArrayList<String>();
        var parameters = new HashMap<String, Object>(Map.of("query", query, "limit", limit));
        while (true) {
            var page = json(search(ada, parameters), 200);
            items(page).forEach(hit -> all.add(hit.getJsonObject("message").getString("id")));
            assertThat(items(page)).hasSizeLessThanOrEqualTo(limit);
            if (page.getString("next") == null) {
                return all;
            }
            parameters.put("before", page.getString("next"));
        }
    }

    private static List<JsonObject> found(Caller caller, Map<String, ?> query) {
        return items(json(search(caller, query), 200));
    }

    private static Response search(Caller caller, Map<String, ?> query) {
        return caller.request().queryParams(query).get(PATH);
    }
}
