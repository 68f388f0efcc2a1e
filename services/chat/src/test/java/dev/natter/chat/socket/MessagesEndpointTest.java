package dev.natter.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages over the socket. */
@QuarkusTest
class MessagesEndpointTest {
    private final String ada = Door.newId();
    private final String bob = Door.newId();

    @BeforeEach
    void ready() {
        Door.awaitReady();
    }

    @Test
    void readyComesFirst() {
        try (var client = Door.open(ada)) {
            assertThat(client.ready().fieldNames()).containsExactly("type", "userId", "connectionId", "serverTime");
            assertThat(client.ready().getString("userId")).isEqualTo(ada);
            assertThat(client.ready().getString("serverTime")).matches(".*T.*\\.\\d{3}Z");
        }
    }

    @Test
    void aSendIsAnsweredAndReachesAllOtherConnections() {
        var conversation = Door.conversation(ada, bob);
        try (var adas = Door.open(ada);
                var adasOther = Door.open(ada);
                var bobs = Door.open(bob)) {
            adas.sendMessage(conversation, Door.newId(), "Soup?");

            var sent = adas.take("sent").getJsonObject("message");

            assertThat(sent.getString("text")).isEqualTo("Soup?");
            assertThat(sent.getLong("seq")).isEqualTo(1);
            assertThat(bobs.take("message").getJsonObject("message")).isEqualTo(sent);
            assertThat(adasOther.take("message").getJsonObject("message")).isEqualTo(sent);
            assertThat(adas.pending())
                    .noneMatch(frame -> !frame.getString("type").equals("presence"));
        }
    }

    @Test
    void aRepeatedSendIsAnsweredWithTheFirstMessageAndNotDeliveredAgain() {
        var conversation = Door.conversation(ada, bob);
        var name = Door.newId();
        try (var adas = Door.open(ada);
                var bobs = Door.open(bob)) {
            adas.sendMessage(conversation, name, "Soup?");
            var first = adas.take("sent");

            adas.sendMessage(conversation, name, "Soup?").sendMessage(conversation, Door.newId(), "Now?");

            assertThat(adas.take("sent")).isEqualTo(first);
            assertThat(bobs.take("message").getJsonObject("message").getLong("seq"))
                    .isEqualTo(1);
            assertThat(bobs.take("message").getJsonObject("message").getLong("seq"))
                    .isEqualTo(2);
        }
    }

    @Test
    void framesOfOneConnectionKeepTheirOrderThoughNoneWaitsForTheOneBefore() {
        var conversation = Door.conversation(ada, bob);
        var texts = IntStream.range(0, 100).mapToObj(i -> "message " + i).toList();
        try (var adas = Door.open(ada);
                var bobs = Door.open(bob)) {
            texts.forEach(text -> adas.sendMessage(conversation, Door.newId(), text));

            var answered = new ArrayList<JsonObject>();
            var received = new ArrayList<JsonObject>();
            texts.forEach(text -> {
                answered.add(adas.take("sent").getJsonObject("message"));
                received.add(bobs.take("message").getJsonObject("message"));
            });

            assertThat(answered)
                    .extracting(message -> message.getString("text"))
                    .isEqualTo(texts);
            assertThat(answered)
                    .extracting(message -> message.getLong("seq"))
                    .isEqualTo(LongStream.rangeClosed(1, 100).boxed().toList());
            assertThat(received).isEqualTo(answered);
        }
    }

    @Test
    void aRefusalIsAnErrorThatNamesItsFrameAndTheConnectionLivesOn() {
        var conversation = Door.conversation(ada, bob);
        var name = Door.newId();
        try (var stranger = Door.open(Door.newId());
                var adas = Door.open(ada)) {
            stranger.sendMessage(conversation, name, "Let me in");
            adas.sendMessage(conversation, name, "   ");

            var refused = stranger.next();
            assertThat(refused.getString("type")).isEqualTo("error");
            assertThat(refused.getString("code")).isEqualTo("conversation_not_found");
            assertThat(refused.getString("clientMessageId")).isEqualTo(name);
            assertThat(adas.next().getString("code")).isEqualTo("bad_request");
            adas.sendMessage(conversation, name, "Soup?");
            assertThat(adas.next().getString("type")).isEqualTo("sent");
        }
    }

    @Test
    void aReadReachesAllConnections() {
        var conversation = Door.conversation(ada, bob);
        try (var adas = Door.open(ada);
                var bobs = Door.open(bob)) {
            adas.sendMessage(conversation, Door.newId(), "Soup?");
            bobs.take("message");

            bobs.send(new JsonObject()
                    .put("type", "read")
                    .put("conversationId", conversation)
                    .put("seq", 1));

            var read = adas.take("read");
            assertThat(read.getString("userId")).isEqualTo(bob);
            assertThat(read.getLong("seq")).isEqualTo(1);
            assertThat(bobs.take("read")).isEqualTo(read);
        }
    }

    @Test
    void aDeliveredReceiptIsPublishedToTheOthersAndShownEverAfter() {
        var conversation = Door.conversation(ada, bob);
        try (var adas = Door.open(ada);
                var bobs = Door.open(bob)) {
            adas.sendMessage(conversation, Door.newId(), "Soup?").sendMessage(conversation, Door.newId(), "Now?");
            bobs.take("message");
            bobs.take("message");

            bobs.send(receipt("delivered", conversation, 2));

            var delivered = adas.take("delivered");
            assertThat(delivered.fieldNames()).containsExactly("type", "conversationId", "userId", "seq", "at");
            assertThat(delivered.getString("userId")).isEqualTo(bob);
            assertThat(delivered.getLong("seq")).isEqualTo(2);

            bobs.send(receipt("delivered", conversation, 1));
            bobs.send(receipt("delivered", conversation, 99));
            bobs.send(receipt("read", conversation, 1));
            assertThat(bobs.next().getString("type")).isEqualTo("read");
            adas.take("read");
            assertThat(adas.skipped())
                    .noneMatch(frame -> frame.getString("type").equals("delivered"));
        }
        var bobsPlace =
                new Caller(ada).show(conversation).getJsonArray("members").getJsonObject(1);
        assertThat(bobsPlace.getLong("deliveredSeq")).isEqualTo(2);
        assertThat(bobsPlace.getLong("readSeq")).isEqualTo(1);
    }

    @Test
    void aUserCannotMarkDeliveredForAnother() {
        var conversation = Door.conversation(ada, bob);
        try (var stranger = Door.open(Door.newId());
                var adas = Door.open(ada)) {
            adas.sendMessage(conversation, Door.newId(), "Soup?");
            adas.take("sent");
            stranger.send(receipt("delivered", conversation, 1));
            adas.send(receipt("delivered", conversation, 1).put("userId", bob));

            assertThat(stranger.next().getString("code")).isEqualTo("conversation_not_found");
        }
        assertThat(new Caller(bob)
                        .show(conversation)
                        .getJsonArray("members")
                        .getJsonObject(1)
                        .getLong("deliveredSeq"))
                .isZero();
    }

    private static JsonObject receipt(String type, String conversation, long seq) {
        return new JsonObject()
                .put("type", type)
                .put("conversationId", conversation)
                .put("seq", seq);
    }

    @Test
    void typingReachesTheOtherMembersOnly() {
        var conversation = Door.conversation(ada, bob);
        try (var adas = Door.open(ada);
                var bobs = Door.open(bob)) {
            adas.send(new JsonObject()
                    .put("type", "typing")
                    .put("conversationId", conversation)
                    .put("typing", true));

            assertThat(bobs.take("typing"))
                    .isEqualTo(new JsonObject()
                            .put("type", "typing")
                            .put("conversationId", conversation)
                            .put("userId", ada)
                            .put("typing", true));
            assertThat(adas.pending())
                    .noneMatch(frame -> !frame.getString("type").equals("presence"));
        }
    }

    @Test
    void typingEndsWithTheMessageAndWithTheConnection() {
        var conversation = Door.conversation(ada, bob);
        var typing = new JsonObject()
                .put("type", "typing")
                .put("conversationId", conversation)
                .put("typing", true);
        try (var bobs = Door.open(bob)) {
            var adas = Door.open(ada);
            adas.send(typing).send(typing);
            assertThat(bobs.take("typing").getBoolean("typing")).isTrue();

            adas.sendMessage(conversation, Door.newId(), "Soup?");
            assertThat(bobs.take("typing").getBoolean("typing")).isFalse();
            adas.take("sent");

            adas.send(typing);
            assertThat(bobs.take("typing").getBoolean("typing")).isTrue();
            adas.abort();

            assertThat(bobs.take("typing").getBoolean("typing")).isFalse();
        }
    }

    @Test
    void aStrangerCannotSendTyping() {
        var conversation = Door.conversation(ada, bob);
        try (var stranger = Door.open(Door.newId())) {
            stranger.send(new JsonObject()
                    .put("type", "typing")
                    .put("conversationId", conversation)
                    .put("typing", true));

            assertThat(stranger.next().getString("code")).isEqualTo("conversation_not_found");
        }
    }
}
