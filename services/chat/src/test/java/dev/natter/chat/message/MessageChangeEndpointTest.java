package dev.natter.chat.message;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static dev.natter.chat.Caller.items;
import static dev.natter.chat.Caller.json;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.Caller;
import dev.natter.chat.Parallel;
import dev.natter.chat.mongo.ChatDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Edits, deletions, reactions, replies, mentions and receipts over REST. */
@QuarkusTest
class MessageChangeEndpointTest {

    private static final String MESSAGE = "/api/v1/conversations/{id}/messages/{message}";

    @Inject
    ChatDatabase database;

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();
    private final Caller cleo = Caller.newUser();
    private final Caller mallory = Caller.newUser();
    private String direct;
    private String group;

    @BeforeEach
    void start() {
        direct = ada.conversationWith(bob);
        group = json(ada.start("Lunch", bob, cleo), 201).getString("id");
    }

    @Test
    void anEditIsSeenWhereverTheMessageIs() {
        var sent = ada.send(direct, "Soop?");

        var edited = json(edit(ada, direct, sent, " Soup? \n"), 200);

        assertThat(edited.getString("text")).isEqualTo(" Soup?");
        assertThat(edited.getString("editedAt")).matches(".*T.*\\.\\d{3}Z");
        assertThat(edited.copy().put("text", "Soop?").putNull("editedAt")).isEqualTo(sent);
        assertThat(bob.latest(direct)).containsExactly(edited);
        assertThat(bob.show(direct).getJsonObject("lastMessage")).isEqualTo(edited);
        assertThat(bob.show(direct).getLong("unread")).isEqualTo(1);
        assertThat(bob.show(direct).getLong("lastSeq")).isEqualTo(2);
        var entries = entries(bob, direct);
        assertThat(entries.get(0).getJsonObject("message")).isEqualTo(edited);
        assertThat(entries.get(1))
                .isEqualTo(new JsonObject()
                        .put("seq", 2)
                        .put("at", edited.getString("editedAt"))
                        .put("by", ada.id())
                        .put("type", "edited")
                        .put("messageId", sent.getString("id"))
                        .put("text", " Soup?")
                        .put("mentions", new JsonArray()));
    }

    @Test
    void theSameTextAgainAppendsNothing() {
        var sent = ada.send(direct, "Soup?");

        var same = json(edit(ada, direct, sent, "Soup?"), 200);

        assertThat(same).isEqualTo(sent);
        assertThat(entries(ada, direct)).hasSize(1);
    }

    @Test
    void aMessageIsEditedWithinADayAndDeletedAtAnyTime() {
        var sent = ada.send(direct, "Soup?");

        setAge(direct, sent, Duration.ofHours(24).minusMinutes(1));
        assertThat(json(edit(ada, direct, sent, "Salad?"), 200).getString("text"))
                .isEqualTo("Salad?");

        setAge(direct, sent, Duration.ofHours(24).plusMinutes(1));
        problem(edit(ada, direct, sent, "Bread?"), 422, "too_late");
        assertThat(bob.latest(direct).get(0).getString("text")).isEqualTo("Salad?");
        delete(ada, direct, sent).then().statusCode(204);
    }

    private void setAge(String conversationId, JsonObject message, Duration age) {
        var changed = get(database.collection("entries", Document.class)
                .updateOne(
                        and(eq("conversationId", conversationId), eq("seq", message.getLong("seq"))),
                        set("at", Instant.now().minus(age))));
        assertThat(changed.getModifiedCount()).isEqualTo(1);
    }

    @Test
    void onlyTheSenderEdits() {
        var sent = ada.send(group, "Soup?");

        problem(edit(bob, group, sent, "Salad!"), 403, "forbidden");
        problem(edit(mallory, group, sent, "Salad!"), 404, "conversation_not_found");
        problem(edit(ada, direct, sent, "Salad!"), 404, "message_not_found");
        problem(edit(ada, group, sent, " \u200b"), 400, "bad_request");
        problem(edit(ada, group, sent, "x".repeat(4001)), 400, "bad_request");
        assertThat(ada.latest(group)).containsExactly(sent);
    }

    @Test
    void aDeletedMessageIsATombstone() {
        var sent = ada.send(direct, "Soup?");
        edit(ada, direct, sent, "Salad?");
        assertThat(reaction(bob, direct, sent, "👍🏽")
                        .put(MESSAGE + "/reactions/{emoji}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(delete(ada, direct, sent).statusCode()).isEqualTo(204);
        assertThat(delete(ada, direct, sent).statusCode()).isEqualTo(204);

        var left = bob.latest(direct).get(0);
        assertThat(left.getString("deletedAt")).isNotNull();
        assertThat(left.getValue("text")).isNull();
        assertThat(left.getJsonArray("reactions")).isEmpty();
        assertThat(bob.show(direct).getJsonObject("lastMessage")).isEqualTo(left);
        assertThat(bob.show(direct).getLong("unread")).isZero();
        var entries = entries(bob, direct);
        assertThat(entries)
                .extracting(entry -> entry.getString("type"))
                .containsExactly("message", "edited", "reacted", "deleted");
        assertThat(entries.toString()).doesNotContain("Soup?", "Salad?");
        problem(edit(ada, direct, sent, "Again"), 422, "message_deleted");
        problem(reaction(bob, direct, sent, "👍").put(MESSAGE + "/reactions/{emoji}"), 422, "message_deleted");
    }

    @Test
    void onlyTheSenderAndAdminsOfAGroupDelete() {
        var bobs = bob.send(group, "Soup?");
        var direct = bob.send(this.direct, "Soup?");

        problem(delete(cleo, group, bobs), 403, "forbidden");
        problem(delete(ada, this.direct, direct), 403, "forbidden");
        problem(delete(mallory, group, bobs), 404, "conversation_not_found");
        assertThat(delete(ada, group, bobs).statusCode()).isEqualTo(204);

        assertThat(entries(bob, group).get(1).getString("by")).isEqualTo(ada.id());
    }

    @Test
    void reactionsAreSummedInTheOrderOfTheirFirstUse() {
        var sent = ada.send(group, "Soup?");

        react(bob, sent, "👍🏽");
        react(cleo, sent, "❤️");
        react(cleo, sent, "👍🏽");
        react(cleo, sent, "👍🏽");
        takeBack(cleo, sent, "❤️");
        takeBack(cleo, sent, "❤️");

        assertThat(ada.latest(group).get(0).getJsonArray("reactions"))
                .isEqualTo(new JsonArray(List.of(new JsonObject()
                        .put("emoji", "👍🏽")
                        .put("userIds", new JsonArray(List.of(bob.id(), cleo.id()))))));
        assertThat(entries(ada, group)).hasSize(5);
        assertThat(entries(ada, group).get(4).getBoolean("added")).isFalse();
        assertThat(entries(ada, group).get(4).getString("emoji")).isEqualTo("❤️");
        assertThat(ada.show(group).getLong("unread")).isZero();
    }

    @Test
    void aReactionThatIsRepeatedAtTheSameInstantIsAppendedOnce() {
        var sent = ada.send(group, "Soup?");

        Parallel.times(
                12,
                number -> reaction(number % 2 == 0 ? bob : cleo, group, sent, "👍")
                        .put(MESSAGE + "/reactions/{emoji}"));

        assertThat(entries(ada, group)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "%F0%9F%91%8D%F0%9F%91%8D", "%E2%9D%A4", "%00", "%FF", "..%2F..", "%F0%9F%8F%BD"})
    void whatIsNoEmojiIsRefused(String emoji) {
        var sent = ada.send(direct, "Soup?");

        var answer = ada.request()
                .urlEncodingEnabled(false)
                .put("/api/v1/conversations/" + direct + "/messages/" + sent.getString("id") + "/reactions/" + emoji);

        assertThat(answer.statusCode()).isIn(400, 404, 422);
        assertThat(entries(ada, direct)).hasSize(1);
    }

    @Test
    void aMessageHasTwentyKindsOfReactions() {
        var sent = ada.send(direct, "Soup?");
        var emoji = "😀 😃 😄 😁 😆 😅 🤣 😂 🙂 🙃 🫠 😉 😊 😇 🥰 😍 🤩 😘 😗 ☺️ 😚".split(" ");
        for (var at = 0; at < 20; at++) {
            react(direct, ada, sent, emoji[at]);
        }

        problem(reaction(bob, direct, sent, emoji[20]).put(MESSAGE + "/reactions/{emoji}"), 422, "too_many_reactions");
        react(direct, bob, sent, emoji[19]);

        assertThat(ada.latest(direct).get(0).getJsonArray("reactions")).hasSize(20);
    }

    @Test
    void aReplyShowsTheQuotedMessageAsItIsNow() {
        var quoted = bob.send(direct, "So" + "o".repeat(300));
        var reply = json(reply(ada, direct, "Yes", quoted.getString("id")), 201);
        assertThat(reply.getJsonObject("replyTo"))
                .isEqualTo(new JsonObject()
                        .put("id", quoted.getString("id"))
                        .put("seq", 1)
                        .put("senderId", bob.id())
                        .put("text", "So" + "o".repeat(198) + "…")
                        .putNull("attachment")
                        .putNull("deletedAt"));
        assertThat(bob.show(direct).getJsonObject("lastMessage")).isEqualTo(reply);

        edit(bob, direct, quoted, "Soup?");
        assertThat(quoteOf(bob.latest(direct).get(1)).getString("text")).isEqualTo("Soup?");
        assertThat(quoteOf(bob.show(direct).getJsonObject("lastMessage")).getString("text"))
                .isEqualTo("Soup?");

        delete(bob, direct, quoted);
        var gone = quoteOf(bob.latest(direct).get(1));
        assertThat(gone.getValue("text")).isNull();
        assertThat(gone.getString("deletedAt")).isNotNull();
        assertThat(items(bob.list(Map.of())).toString() + entries(bob, direct)).doesNotContain("Soup?");
    }

    @Test
    void aReplyQuotesAMessageOfItsOwnConversation() {
        var elsewhere = ada.send(group, "Soup?");

        problem(reply(ada, direct, "Yes", elsewhere.getString("id")), 422, "message_not_found");
        problem(reply(ada, direct, "Yes", "1_x"), 422, "message_not_found");
        problem(reply(ada, direct, "Yes", "x".repeat(10_000)), 422, "message_not_found");

        assertThat(ada.latest(direct)).isEmpty();
    }

    @Test
    void aRepeatedReplyIsAnsweredInItsPresentState() {
        var quoted = bob.send(direct, "Soup?");
        var id = UUID.randomUUID().toString();
        var body =
                new JsonObject().put("clientMessageId", id).put("text", "Yes").put("replyTo", quoted.getString("id"));
        var first = json(ada.request(body).post("/api/v1/conversations/{id}/messages", direct), 201);
        react(direct, bob, first, "👍");

        var again = json(ada.request(body).post("/api/v1/conversations/{id}/messages", direct), 200);

        assertThat(again).isEqualTo(ada.latest(direct).get(1));
        assertThat(quoteOf(again).getString("text")).isEqualTo("Soup?");
    }

    @Test
    void aGroupMessageMentionsMembersOnceEach() {
        var text = "@[%s] @[%s] @[%s] @[%s] @[]".formatted(cleo.id(), mallory.id(), bob.id(), cleo.id());

        assertThat(ada.send(group, text).getJsonArray("mentions"))
                .isEqualTo(new JsonArray(List.of(cleo.id(), bob.id())));
        assertThat(ada.send(direct, text).getJsonArray("mentions")).isEmpty();
        var plain = ada.send(group, "Soup?");
        assertThat(json(edit(ada, group, plain, "Soup, @[%s]?".formatted(bob.id())), 200)
                        .getJsonArray("mentions"))
                .isEqualTo(new JsonArray(List.of(bob.id())));
        assertThat(bob.latest(group).get(1).getJsonArray("mentions")).hasSize(1);
    }

    @Test
    void receiptsSayWhoHasComeThisFar() {
        var sent = ada.send(group, "Soup?");
        ada.send(group, "Salad?");
        bob.read(group, 1);

        var receipts = json(ada.request().get(MESSAGE + "/receipts", group, sent.getString("id")), 200);

        assertThat(receipts)
                .isEqualTo(new JsonObject()
                        .put("readBy", new JsonArray(List.of(bob.id())))
                        .put("receivedBy", new JsonArray(List.of(bob.id()))));
        problem(ada.request().get(MESSAGE + "/receipts", direct, sent.getString("id")), 404, "message_not_found");
        problem(
                mallory.request().get(MESSAGE + "/receipts", group, sent.getString("id")),
                404,
                "conversation_not_found");
    }

    @ParameterizedTest
    @CsvSource({"99, 200", "100, 422"})
    void receiptsAreListedInGroupsOfUpToAHundred(int others, int status) {
        var large = json(
                        ada.start(
                                "Everyone",
                                Stream.generate(Caller::newUser).limit(others).toArray(Caller[]::new)),
                        201)
                .getString("id");
        var sent = ada.send(large, "Soup?");

        var response = ada.request().get(MESSAGE + "/receipts", large, sent.getString("id"));

        assertThat(json(response, status).getString("code")).isEqualTo(status == 200 ? null : "too_many_members");
    }

    @Test
    void anIdIsOpaqueAndUrlSafe() {
        assertThat(ada.send(direct, "Soup?").getString("id")).matches("[A-Za-z0-9_-]{1,64}");
    }

    private static JsonObject quoteOf(JsonObject message) {
        return message.getJsonObject("replyTo");
    }

    private static Response reply(Caller by, String conversationId, String text, String replyTo) {
        return by.request(new JsonObject()
                        .put("clientMessageId", UUID.randomUUID().toString())
                        .put("text", text)
                        .put("replyTo", replyTo))
                .post("/api/v1/conversations/{id}/messages", conversationId);
    }

    private static Response edit(Caller by, String conversationId, JsonObject message, String text) {
        return by.request(new JsonObject().put("text", text)).patch(MESSAGE, conversationId, message.getString("id"));
    }

    private static Response delete(Caller by, String conversationId, JsonObject message) {
        return by.request().delete(MESSAGE, conversationId, message.getString("id"));
    }

    private void react(Caller by, JsonObject message, String emoji) {
        react(group, by, message, emoji);
    }

    private static void react(String conversationId, Caller by, JsonObject message, String emoji) {
        reaction(by, conversationId, message, emoji)
                .put(MESSAGE + "/reactions/{emoji}")
                .then()
                .statusCode(204);
    }

    private void takeBack(Caller by, JsonObject message, String emoji) {
        reaction(by, group, message, emoji)
                .delete(MESSAGE + "/reactions/{emoji}")
                .then()
                .statusCode(204);
    }

    private static io.restassured.specification.RequestSpecification reaction(
            Caller by, String conversationId, JsonObject message, String emoji) {
        return by.request()
                .pathParam("id", conversationId)
                .pathParam("message", message.getString("id"))
                .pathParam("emoji", emoji);
    }

    private static List<JsonObject> entries(Caller by, String conversationId) {
        return items(json(by.request().get("/api/v1/conversations/{id}/entries?limit=100", conversationId), 200));
    }

    private static void problem(Response response, int status, String code) {
        assertThat(json(response, status).getString("code")).isEqualTo(code);
    }
}
