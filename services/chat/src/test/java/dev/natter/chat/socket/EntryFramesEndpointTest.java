package dev.natter.chat.socket;

import static dev.natter.chat.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of messages, as the connections of all members see them. */
@QuarkusTest
class EntryFramesEndpointTest {

    private static final String MESSAGE = "/api/v1/conversations/{id}/messages/{message}";

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();

    @BeforeEach
    void ready() {
        Door.awaitReady();
    }

    @Test
    void aChangeComesToEveryConnectionWithTheNewState() {
        var conversation = ada.conversationWith(bob);
        try (var adas = Door.open(ada.id());
                var adasOther = Door.open(ada.id());
                var bobs = Door.open(bob.id())) {
            adas.sendMessage(conversation, Door.newId(), "Soop?");
            var id = adas.take("sent").getJsonObject("message").getString("id");

            json(ada.request(new JsonObject().put("text", "Soup?")).patch(MESSAGE, conversation, id), 200);
            bob.request()
                    .put(MESSAGE + "/reactions/{emoji}", conversation, id, "👍🏽")
                    .then()
                    .statusCode(204);
            ada.request().delete(MESSAGE, conversation, id).then().statusCode(204);

            for (var client : List.of(adas, adasOther, bobs)) {
                var edited = client.take("entry");
                assertThat(edited.getString("conversationId")).isEqualTo(conversation);
                assertThat(edited.getJsonObject("entry").getString("type")).isEqualTo("edited");
                assertThat(edited.getJsonObject("message").getString("text")).isEqualTo("Soup?");
                var reacted = client.take("entry");
                assertThat(reacted.getJsonObject("entry").getLong("seq")).isEqualTo(3);
                assertThat(reacted.getJsonObject("message").getJsonArray("reactions"))
                        .hasSize(1);
                var deleted = client.take("entry");
                assertThat(deleted.getJsonObject("entry").getString("type")).isEqualTo("deleted");
                assertThat(deleted.getJsonObject("message").getValue("text")).isNull();
            }
        }
    }

    @Test
    void aReplyIsSentOverTheSocketAndKeepsItsSendersOrder() {
        var conversation = ada.conversationWith(bob);
        try (var adas = Door.open(ada.id());
                var bobs = Door.open(bob.id())) {
            adas.sendMessage(conversation, Door.newId(), "Soup?");
            var first = bobs.take("message").getJsonObject("message");

            bobs.send(new JsonObject()
                            .put("type", "send")
                            .put("conversationId", conversation)
                            .put("clientMessageId", Door.newId())
                            .put("text", "Yes")
                            .put("replyTo", first.getString("id")))
                    .sendMessage(conversation, Door.newId(), "Now?");

            var reply = adas.take("message").getJsonObject("message");
            assertThat(reply.getJsonObject("replyTo").getString("text")).isEqualTo("Soup?");
            assertThat(bobs.take("sent").getJsonObject("message")).isEqualTo(reply);
            assertThat(adas.take("message").getJsonObject("message").getString("text"))
                    .isEqualTo("Now?");
        }
    }
}
