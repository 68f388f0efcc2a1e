package dev.natter.chat.invite;

import static dev.natter.chat.Caller.items;
import static dev.natter.chat.Caller.json;
import static dev.natter.chat.Unis.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.Caller;
import dev.natter.chat.Parallel;
import dev.natter.chat.mongo.ChatDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class InviteEndpointTest {

    private static final String PATH = "/api/v1/invites";

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();
    private final Caller eve = Caller.newUser();

    @Inject
    ChatDatabase database;

    @Test
    void anInviteIsALinkForOneAndAWeek() {
        var invite = json(create(ada, new JsonObject()), 201);

        assertThat(invite.getString("token")).matches("[A-Za-z0-9_-]{22}");
        assertThat(invite.getString("url")).matches("https?://[^/]+/join/" + invite.getString("token"));
        assertThat(Duration.between(Instant.now(), Instant.parse(invite.getString("expiresAt"))))
                .isBetween(Duration.ofHours(167), Duration.ofHours(168));
        assertThat(json(list(ada), 200).getJsonArray("items").getJsonObject(0).getInteger("maxUses"))
                .isOne();
    }

    @Test
    void theTokenIsNeitherStoredNorListed() {
        var token = token(ada, new JsonObject());

        assertThat(list(ada).asString()).doesNotContain(token);
        var stored = get(database.collection("invites", Document.class)
                .find(new Document("inviterId", ada.id()))
                .collect()
                .asList());
        assertThat(stored)
                .hasSize(1)
                .allSatisfy(found -> assertThat(found.toJson()).doesNotContain(token));
    }

    @Test
    void everybodySeesTheNameOfTheInviterAndNothingElse() {
        var token = token(ada, new JsonObject());

        var preview = json(given().get(PATH + "/{token}", token), 200);

        assertThat(preview.fieldNames()).containsExactlyInAnyOrder("kind", "name");
        assertThat(preview.getString("kind")).isEqualTo("direct");
        assertThat(preview.getString("name")).isEqualTo("N " + ada.id());
    }

    @Test
    void acceptingLeadsIntoTheDirectConversation() {
        var token = token(ada, new JsonObject());

        var conversation = json(accept(bob, token), 200);

        assertThat(conversation.getString("id")).isEqualTo(ada.conversationWith(bob));
        assertThat(bob.show(conversation.getString("id"))).isEqualTo(conversation);
        assertGone(accept(eve, token));
        assertGone(given().get(PATH + "/{token}", token));
    }

    @Test
    void acceptingAgainGivesTheSameAndTakesOneUse() {
        var token = token(ada, new JsonObject().put("maxUses", 2));

        var first = json(accept(bob, token), 200);
        assertThat(json(accept(bob, token), 200).getString("id")).isEqualTo(first.getString("id"));
        assertThat(accept(eve, token).statusCode()).isEqualTo(200);
        assertThat(json(accept(bob, token), 200).getString("id")).isEqualTo(first.getString("id"));
        assertGone(accept(Caller.newUser(), token));
    }

    @Test
    void ofManyAtOnceNoMoreAcceptThanItHasUses() {
        var token = token(ada, new JsonObject().put("maxUses", 3));
        var people = IntStream.range(0, 12).mapToObj(number -> Caller.newUser()).toList();

        // Everybody twice.
        var statuses = Parallel.times(
                24, number -> accept(people.get(number / 2), token).statusCode());

        var joined = IntStream.range(0, 24)
                .filter(number -> statuses.get(number) == 200)
                .map(number -> number / 2)
                .distinct();
        assertThat(joined.count()).isEqualTo(3);
        assertThat(statuses).containsOnly(200, 410);
    }

    @Test
    void anInviterCannotAcceptTheirOwnInvite() {
        var token = token(ada, new JsonObject());

        assertCode(accept(ada, token), 422, "own_invite");
        assertThat(accept(bob, token).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsRevokedIsGone() {
        var token = token(ada, new JsonObject());
        var other = json(create(ada, new JsonObject()), 201);

        assertThat(revoke(ada, token).statusCode()).isEqualTo(204);
        assertThat(revoke(ada, other.getString("id")).statusCode()).isEqualTo(204);

        assertGone(accept(bob, token));
        assertGone(accept(bob, other.getString("token")));
        assertThat(items(json(list(ada), 200))).isEmpty();
    }

    @Test
    void onlyTheInviterRevokes() {
        var token = token(ada, new JsonObject());

        assertCode(revoke(bob, token), 404, "invite_not_found");
        assertThat(accept(bob, token).statusCode()).isEqualTo(200);
    }

    @Test
    void whatHasExpiredIsGone() {
        var token = token(ada, new JsonObject().put("expiresInHours", 1));
        expire(token);

        assertGone(accept(bob, token));
        assertGone(given().get(PATH + "/{token}", token));
        assertThat(items(json(list(ada), 200))).isEmpty();
    }

    private void expire(String token) {
        get(database.collection("invites", Document.class)
                .updateOne(
                        new Document("_id", InviteToken.id(token)),
                        new Document(
                                "$set", new Document("expiresAt", Instant.now().minusSeconds(1)))));
    }

    /** What is deleted after a while, and what never was, look the same. */
    @ParameterizedTest
    @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAAA", "x", "nothing.at-all"})
    void whatNeverExistedIsGone(String token) {
        assertGone(accept(bob, token));
        assertGone(given().get(PATH + "/{token}", token));
    }

    @Test
    void onlyThoseWhoAreSignedInMakeAndAccept() {
        assertThat(given().contentType("application/json").body("{}").post(PATH).statusCode())
                .isEqualTo(401);
        assertThat(given().get(PATH).statusCode()).isEqualTo(401);
        assertThat(given().post(PATH + "/{token}/accept", token(ada, new JsonObject()))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesWhatIsOutOfBounds() {
        for (var malformed : List.of(
                new JsonObject().put("maxUses", 0),
                new JsonObject().put("maxUses", 1_001),
                new JsonObject().put("expiresInHours", 0),
                new JsonObject().put("expiresInHours", 721),
                new JsonObject().put("expiresInHours", "soon"))) {
            assertThat(create(ada, malformed).statusCode())
                    .as(malformed.encode())
                    .isEqualTo(400);
        }
    }

    @Test
    void oneCannotInviteToADirectConversationOrAGroupOfOthers() {
        var direct = ada.conversationWith(bob);
        var group = ada.start("Lunch", bob).then().extract().<String>path("id");

        assertCode(create(ada, to(direct)), 422, "not_a_group");
        assertCode(create(eve, to(group)), 404, "conversation_not_found");
        assertCode(create(bob, to(group)), 403, "not_an_admin");
    }

    @Test
    void aGroupInviteIsForAHundredAndLeadsIntoTheGroup() {
        var group = ada.start("Lunch", bob).then().extract().<String>path("id");
        var token = token(ada, to(group));

        assertThat(items(json(list(ada), 200)).get(0).getInteger("maxUses")).isEqualTo(100);
        assertThat(json(given().get(PATH + "/{token}", token), 200))
                .isEqualTo(new JsonObject().put("kind", "group").put("name", "Lunch"));
        var joined = json(accept(eve, token), 200);
        assertThat(joined.getString("id")).isEqualTo(group);
        assertThat(joined.getInteger("memberCount")).isEqualTo(3);
        assertThat(eve.show(group)).isEqualTo(joined);
        ada.send(group, "hello");
        assertThat(eve.latest(group)).isNotEmpty();
    }

    @Test
    void membersOfTheGroupTakeNoUse() {
        var group = ada.start("Lunch", bob).then().extract().<String>path("id");
        var token = token(ada, to(group).put("maxUses", 1));

        assertThat(accept(ada, token).statusCode()).isEqualTo(200);
        assertThat(json(accept(bob, token), 200).getString("id")).isEqualTo(group);
        assertThat(accept(eve, token).statusCode()).isEqualTo(200);
        assertThat(accept(eve, token).statusCode()).isEqualTo(200);
        assertGone(accept(Caller.newUser(), token));
    }

    @Test
    void aRemovedMemberDoesNotComeBackByTheSameLink() {
        var group = ada.start("Lunch", bob).then().extract().<String>path("id");
        var token = token(ada, to(group));
        accept(eve, token).then().statusCode(200);

        ada.request()
                .delete("/api/v1/conversations/{id}/members/{user}", group, eve.id())
                .then()
                .statusCode(204);

        assertGone(accept(eve, token));
        assertThat(accept(Caller.newUser(), token).statusCode()).isEqualTo(200);
    }

    @Test
    void theInvitesOfWhoIsNoAdminAnyMoreAreGone() {
        var group = ada.start("Lunch", bob).then().extract().<String>path("id");
        var token = token(ada, to(group));

        ada.request()
                .delete("/api/v1/conversations/{id}/members/{user}", group, ada.id())
                .then()
                .statusCode(204);

        assertGone(accept(eve, token));
        assertGone(given().get(PATH + "/{token}", token));
    }

    private static JsonObject to(String conversationId) {
        return new JsonObject().put("conversationId", conversationId);
    }

    private static void assertGone(Response response) {
        assertCode(response, 410, "invite_gone");
    }

    private static void assertCode(Response response, int status, String code) {
        assertThat(json(response, status).getString("code")).isEqualTo(code);
    }

    private static String token(Caller inviter, JsonObject body) {
        return json(create(inviter, body), 201).getString("token");
    }

    private static Response create(Caller inviter, JsonObject body) {
        return inviter.request(body).post(PATH);
    }

    private static Response accept(Caller caller, String token) {
        return caller.request().post(PATH + "/{token}/accept", token);
    }

    private static Response list(Caller caller) {
        return caller.request().get(PATH);
    }

    private static Response revoke(Caller caller, String token) {
        return caller.request().delete(PATH + "/{token}", token);
    }
}
