package dev.natter.chat.socket;

import static dev.natter.chat.Caller.items;
import static dev.natter.chat.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.natter.chat.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One who joins a group later sees nothing of what was sent before, also when it is changed, quoted or searched for. */
@QuarkusTest
class LateMemberEndpointTest {

    private static final String MESSAGES = "/api/v1/conversations/{id}/messages";

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();
    private final Caller eve = Caller.newUser();
    private String group;
    private JsonObject secret;

    @BeforeEach
    void joinLate() {
        Door.awaitReady();
        group = json(ada.start("Kites", bob), 201).getString("id");
        secret = ada.send(group, "secretive before");
        json(
                ada.request(new JsonObject().put("userIds", new JsonArray(List.of(eve.id()))))
                        .post("/api/v1/conversations/{id}/members", group),
                200);
    }

    @Test
    void aChangeOfAnOlderMessageIsANumberAlone() {
        try (var eves = Door.open(eve.id());
                var bobs = Door.open(bob.id())) {
            json(edit(ada, secret, "secretive after"), 200);

            var seen = eves.take("entry");
            assertThat(seen.getJsonObject("entry").getString("type")).isEqualTo("hidden");
            assertThat(seen.encode()).doesNotContain("secretive", secret.getString("id"));
            assertThat(bobs.take("entry").getJsonObject("message").getString("text"))
                    .isEqualTo("secretive after");
        }

        assertThat(entries(eve)).extracting(entry -> entry.getString("type")).containsExactly("members", "hidden");
        assertThat(entries(bob))
                .extracting(entry -> entry.getString("type"))
                .containsExactly("message", "members", "edited");
    }

    @Test
    void aChangeOfANewerMessageIsSeen() {
        var message = ada.send(group, "for all");
        try (var eves = Door.open(eve.id())) {
            json(edit(ada, message, "for everyone"), 200);

            assertThat(eves.take("entry").getJsonObject("message").getString("text"))
                    .isEqualTo("for everyone");
        }
    }

    @Test
    void aQuoteOfAnOlderMessageIsThatOfADeletedOne() {
        JsonObject reply;
        try (var eves = Door.open(eve.id());
                var bobs = Door.open(bob.id())) {
            reply = json(reply(ada, secret, "see above"), 201);

            assertThat(quote(eves.take("message").getJsonObject("message"))).isNull();
            assertThat(quote(bobs.take("message").getJsonObject("message"))).isEqualTo("secretive before");
            json(edit(ada, reply, "look above"), 200);
            assertThat(quote(eves.take("entry").getJsonObject("message"))).isNull();
            assertThat(quote(bobs.take("entry").getJsonObject("message"))).isEqualTo("secretive before");
        }

        assertThat(quote(eve.latest(group).get(1))).isNull();
        assertThat(quote(eve.show(group).getJsonObject("lastMessage"))).isNull();
        assertThat(quote(bob.show(group).getJsonObject("lastMessage"))).isEqualTo("secretive before");
        assertThat(entries(eve)).noneMatch(entry -> entry.encode().contains("secretive"));
    }

    @Test
    void anOlderMessageDoesNotExistForIt() {
        var path = MESSAGES + "/{messageId}";
        var id = secret.getString("id");

        assertThat(reply(eve, secret, "what?").statusCode()).isEqualTo(422);
        assertThat(eve.request()
                        .put(path + "/reactions/{emoji}", group, id, "👍")
                        .statusCode())
                .isEqualTo(404);
        assertThat(eve.request().get(path + "/receipts", group, id).statusCode())
                .isEqualTo(404);
        assertThat(eve.request(new JsonObject()
                                .put("userId", ada.id())
                                .put("messageId", id)
                                .put("reason", "spam"))
                        .post("/api/v1/reports")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anOlderMessageIsNotFound() {
        ada.send(group, "secretive for all");

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(found(bob)).containsExactly("secretive for all", "secretive before");
            assertThat(found(eve)).containsExactly("secretive for all");
        });
    }

    private static String quote(JsonObject message) {
        return message.getJsonObject("replyTo").getString("text");
    }

    private Response edit(Caller caller, JsonObject message, String text) {
        return caller.request(new JsonObject().put("text", text))
                .patch(MESSAGES + "/{messageId}", group, message.getString("id"));
    }

    private Response reply(Caller caller, JsonObject message, String text) {
        return caller.request(new JsonObject()
                        .put("clientMessageId", UUID.randomUUID().toString())
                        .put("text", text)
                        .put("replyTo", message.getString("id")))
                .post(MESSAGES, group);
    }

    private List<JsonObject> entries(Caller caller) {
        return items(json(caller.request().get("/api/v1/conversations/{id}/entries?after=0", group), 200));
    }

    private static List<String> found(Caller caller) {
        return items(json(caller.request().queryParam("query", "secretive").get("/api/v1/search/messages"), 200))
                .stream()
                .map(hit -> hit.getJsonObject("message").getString("text"))
                .toList();
    }
}
