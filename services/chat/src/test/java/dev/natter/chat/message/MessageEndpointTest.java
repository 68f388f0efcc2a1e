package dev.natter.chat.message;

import static dev.natter.chat.Caller.items;
import static dev.natter.chat.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.Caller;
import dev.natter.chat.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MessageEndpointTest {

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();
    private String conversation;

    @BeforeEach
    void startConversation() {
        conversation = ada.conversationWith(bob);
    }

    @Test
    void looksAsTheContractSays() {
        var clientMessageId = UUID.randomUUID().toString();

        var message = json(ada.post(conversation, clientMessageId, " Soup? 🥣\n"), 201);

        assertThat(message.fieldNames())
                .containsExactly(
                        "id",
                        "conversationId",
                        "seq",
                        "senderId",
                        "clientMessageId",
                        "text",
                        "image",
                        "file",
                        "voice",
                        "replyTo",
                        "mentions",
                        "reactions",
                        "editedAt",
                        "deletedAt",
                        "sentAt");
        assertThat(message.getString("sentAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(message.copy().put("id", "").put("sentAt", ""))
                .isEqualTo(new JsonObject()
                        .put("id", "")
                        .put("conversationId", conversation)
                        .put("seq", 1)
                        .put("senderId", ada.id())
                        .put("clientMessageId", clientMessageId)
                        .put("text", " Soup? 🥣")
                        .putNull("image")
                        .putNull("file")
                        .putNull("voice")
                        .putNull("replyTo")
                        .put("mentions", new JsonArray())
                        .put("reactions", new JsonArray())
                        .putNull("editedAt")
                        .putNull("deletedAt")
                        .put("sentAt", ""));
        assertThat(bob.latest(conversation)).containsExactly(message);
        assertThat(bob.show(conversation).getJsonObject("lastMessage")).isEqualTo(message);
    }

    @Test
    void isTheFirstOneWheneverTheClientRepeatsItself() {
        var clientMessageId = UUID.randomUUID().toString();
        var first = json(ada.post(conversation, clientMessageId, "Soup?"), 201);

        assertThat(json(ada.post(conversation, clientMessageId, "Soup?"), 200)).isEqualTo(first);
        assertThat(json(ada.post(conversation, clientMessageId, "Something else"), 200))
                .isEqualTo(first);
        assertThat(ada.send(conversation, "next").getLong("seq")).isEqualTo(2);
    }

    @Test
    void isStoredOnceWhenAHundredSendItAtTheSameInstant() {
        var clientMessageId = UUID.randomUUID().toString();

        var answers = Parallel.times(100, number -> ada.post(conversation, clientMessageId, "m" + number));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(1);
        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 201);
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(ada.latest(conversation)).hasSize(1);
        assertThat(ada.send(conversation, "next").getLong("seq")).isEqualTo(2);
    }

    @Test
    void numbersAreGaplessWhenManySendAtTheSameInstant() {
        var people = IntStream.range(0, 5).mapToObj(number -> Caller.newUser()).toList();
        var group = ada.conversationWith(people.toArray(Caller[]::new));

        var sent = Parallel.times(90, number -> people.get(number % 5).send(group, "m" + number));

        assertThat(sent).extracting(message -> message.getLong("seq")).containsExactlyInAnyOrderElementsOf(oneTo(90));
        var history = ada.latest(group);
        assertThat(history).extracting(message -> message.getLong("seq")).isEqualTo(oneTo(90));
        assertThat(history).containsExactlyInAnyOrderElementsOf(sent);
        var shown = ada.show(group);
        assertThat(shown.getLong("lastSeq")).isEqualTo(90);
        assertThat(shown.getLong("unread")).isEqualTo(90);
        assertThat(shown.getJsonObject("lastMessage")).isEqualTo(history.get(89));
        assertThat(people.get(0).show(group).getLong("unread"))
                .isEqualTo(history.stream()
                        .skip(readSeq(people.get(0), group))
                        .filter(message -> !message.getString("senderId")
                                .equals(people.get(0).id()))
                        .count());
    }

    private static long readSeq(Caller caller, String group) {
        return caller.show(group).getJsonArray("members").stream()
                .map(JsonObject.class::cast)
                .filter(member -> member.getString("userId").equals(caller.id()))
                .findFirst()
                .orElseThrow()
                .getLong("readSeq");
    }

    @Test
    void isReadPageByPageInBothDirections() {
        for (var number = 1; number <= 7; number++) {
            ada.send(conversation, "m" + number);
        }

        assertPage(Map.of("limit", 3), List.of(5L, 6L, 7L), true);
        assertPage(Map.of("limit", 3, "before", 5), List.of(2L, 3L, 4L), true);
        assertPage(Map.of("limit", 3, "before", 2), List.of(1L), false);
        assertPage(Map.of("limit", 3, "after", 0), List.of(1L, 2L, 3L), true);
        assertPage(Map.of("limit", 3, "after", 4), List.of(5L, 6L, 7L), false);
        assertPage(Map.of("after", 7), List.of(), false);
    }

    private void assertPage(Map<String, ?> query, List<Long> seqs, boolean hasMore) {
        var page = json(bob.history(conversation, query), 200);
        assertThat(page.fieldNames()).containsExactly("items", "hasMore");
        assertThat(items(page)).extracting(message -> message.getLong("seq")).isEqualTo(seqs);
        assertThat(page.getBoolean("hasMore")).isEqualTo(hasMore);
    }

    @Test
    void isMarkedAsRead() {
        for (var number = 1; number <= 3; number++) {
            ada.send(conversation, "m" + number);
        }
        assertThat(bob.show(conversation).getLong("unread")).isEqualTo(3);

        bob.read(conversation, 2).then().statusCode(204);
        assertThat(bob.show(conversation).getLong("unread")).isEqualTo(1);
        bob.read(conversation, 1).then().statusCode(204);
        assertThat(bob.show(conversation).getLong("unread")).isEqualTo(1);
        bob.read(conversation, 99).then().statusCode(204);

        assertThat(bob.show(conversation).getLong("unread")).isZero();
        assertThat(readSeq(bob, conversation)).isEqualTo(3);
        ada.send(conversation, "m4");
        assertThat(bob.show(conversation).getLong("unread")).isEqualTo(1);
    }

    @Test
    void positionsGoForwardOnlyHoweverTheyCome() {
        for (var number = 1; number <= 20; number++) {
            ada.send(conversation, "m" + number);
        }

        var answers = Parallel.times(40, number -> bob.read(conversation, (number * 7) % 20));

        assertThat(answers).extracting(Response::statusCode).containsOnly(204);
        assertThat(readSeq(bob, conversation)).isEqualTo(19);
    }

    private static List<Long> oneTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
