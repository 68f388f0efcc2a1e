package dev.natter.chat.socket;

import static dev.natter.chat.Caller.items;
import static dev.natter.chat.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.natter.chat.Caller;
import dev.natter.chat.UserEventPublisher;
import dev.natter.events.UserEvent.Settings;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What settings and blocks of users hide from others. */
@QuarkusTest
class PrivacyEndpointTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Settings NO_RECEIPTS = new Settings(false, true, "off");
    private static final Settings NO_LAST_SEEN = new Settings(true, false, "off");

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();
    private UserEventPublisher users;

    @BeforeEach
    void connect() {
        Door.awaitReady();
        users = new UserEventPublisher();
    }

    @AfterEach
    void disconnect() throws IOException {
        users.close();
    }

    private static JsonObject member(Caller viewer, String conversation, Caller member) {
        return viewer.show(conversation).getJsonArray("members").stream()
                .map(JsonObject.class::cast)
                .filter(each -> each.getString("userId").equals(member.id()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject presence(Caller viewer, Caller of) {
        return items(json(viewer.request().queryParam("userIds", of.id()).get("/api/v1/presence"), 200))
                .get(0);
    }

    /** Published after what is waited for, and seen by this client. */
    private void awaitEvents(LiveClient client, Caller contact) {
        users.changed(contact, "seen", Settings.DEFAULT);
        client.take("profile");
    }

    @Test
    void aTextIsShownLiveWithoutTheSettings() {
        ada.conversationWith(bob);
        try (var bobs = Door.open(bob.id())) {
            users.changed(ada, "Analyst", NO_RECEIPTS);

            var user = bobs.take("profile").getJsonObject("user");
            assertThat(user.getString("about")).isEqualTo("Analyst");
            assertThat(user.fieldNames()).containsExactlyInAnyOrder("id", "name", "createdAt", "avatar", "about");
        }
    }

    @Test
    void withoutReadReceiptsNeitherSideSeesWhatTheOtherHasRead() {
        var conversation = ada.conversationWith(bob);
        var ofAda = ada.send(conversation, "from Ada").getLong("seq");
        var ofBob = bob.send(conversation, "from Bob").getLong("seq");
        try (var adas = Door.open(ada.id());
                var bobs = Door.open(bob.id())) {
            users.changed(bob, "private", NO_RECEIPTS);
            adas.take("profile");

            bob.read(conversation, ofAda).then().statusCode(204);
            ada.read(conversation, ofBob).then().statusCode(204);

            assertThat(bobs.take("read").getString("userId")).isEqualTo(bob.id());
            assertThat(adas.take("read").getString("userId")).isEqualTo(ada.id());
            assertThat(member(ada, conversation, bob).getLong("readSeq")).isZero();
            assertThat(member(bob, conversation, ada).getLong("readSeq")).isZero();
            assertThat(member(bob, conversation, bob).getLong("readSeq")).isEqualTo(ofAda);
            assertThat(ada.show(conversation).getLong("readByAllSeq")).isZero();
            assertThat(bob.show(conversation).getLong("readByAllSeq")).isZero();
            assertThat(ada.show(conversation).getLong("deliveredToAllSeq")).isEqualTo(ofAda);
            assertThat(bobs.pending())
                    .noneMatch(frame -> frame.getString("type").equals("read"));
        }
    }

    @Test
    void theSumsOfAGroupAreThoseOfMembersWhoShowReceipts() {
        var cleo = Caller.newUser();
        var group = ada.start("Lunch", bob, cleo).then().extract().<String>path("id");
        var seq = ada.send(group, "hello").getLong("seq");
        try (var adas = Door.open(ada.id())) {
            users.changed(bob, "private", NO_RECEIPTS);
            adas.take("profile");
        }

        cleo.read(group, seq).then().statusCode(204);

        assertThat(ada.show(group).getLong("readByAllSeq")).isEqualTo(seq);
        assertThat(ada.show(group).getLong("deliveredToAllSeq")).isZero();
    }

    @Test
    void withoutLastSeenItsTimeIsHiddenBothWays() {
        var conversation = ada.conversationWith(bob);
        Door.open(ada.id()).close();
        Door.open(bob.id()).close();
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(presence(ada, bob).getString("lastSeenAt")).isNotNull());

        users.changed(bob, null, NO_LAST_SEEN);

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(presence(ada, bob).getString("lastSeenAt")).isNull());
        assertThat(presence(bob, ada).getString("lastSeenAt")).isNull();
        assertThat(member(ada, conversation, bob).getString("lastSeenAt")).isNull();
        assertThat(member(bob, conversation, ada).getString("lastSeenAt")).isNull();
    }

    @Test
    void withoutLastSeenGoingOfflineIsShownWithoutATime() {
        ada.conversationWith(bob);
        try (var adas = Door.open(ada.id())) {
            var bobs = Door.open(bob.id());
            adas.take("presence");
            users.changed(bob, "private", NO_LAST_SEEN);
            adas.take("profile");

            bobs.close();

            var gone = adas.take("presence");
            assertThat(gone.getBoolean("online")).isFalse();
            assertThat(gone.getString("lastSeenAt")).isNull();
        }
    }

    @Test
    void aBlockedUserSeesTheBlockerOfflineAtOnce() {
        var conversation = ada.conversationWith(bob);
        try (var bobs = Door.open(bob.id())) {
            var adas = Door.open(ada.id());
            assertThat(bobs.take("presence").getBoolean("online")).isTrue();

            users.blocks(ada, bob);

            var gone = bobs.take("presence");
            assertThat(gone.getString("userId")).isEqualTo(ada.id());
            assertThat(gone.getBoolean("online")).isFalse();
            assertThat(gone.getString("lastSeenAt")).isNull();
            assertThat(presence(bob, ada).getBoolean("online")).isFalse();
            assertThat(member(bob, conversation, ada).getBoolean("online")).isFalse();
            assertThat(presence(ada, bob).getBoolean("online")).isTrue();

            users.blocks(ada);
            assertThat(bobs.take("presence").getBoolean("online")).isTrue();
            adas.close();
        }
    }

    @Test
    void aBlockedUserSeesNoReceiptsAndNoTyping() {
        var cleo = Caller.newUser();
        var group = ada.start("Lunch", bob, cleo).then().extract().<String>path("id");
        var seq = bob.send(group, "hello").getLong("seq");
        try (var adas = Door.open(ada.id());
                var bobs = Door.open(bob.id());
                var cleos = Door.open(cleo.id())) {
            users.blocks(ada, bob);
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(presence(bob, ada).getBoolean("online")).isFalse());

            adas.send(new JsonObject()
                    .put("type", "typing")
                    .put("conversationId", group)
                    .put("typing", true));
            assertThat(cleos.take("typing").getString("userId")).isEqualTo(ada.id());
            ada.read(group, seq).then().statusCode(204);
            assertThat(cleos.take("read").getString("userId")).isEqualTo(ada.id());
            awaitEvents(bobs, cleo);

            assertThat(bobs.skipped())
                    .extracting(frame -> frame.getString("type"))
                    .doesNotContain("typing", "read", "delivered");
            assertThat(member(bob, group, ada).getLong("readSeq")).isZero();
            assertThat(member(bob, group, ada).getLong("deliveredSeq")).isZero();
            assertThat(member(cleo, group, ada).getLong("readSeq")).isEqualTo(seq);
        }
    }

    @Test
    void aBlockedUserMakesNoGroupWithTheBlocker() {
        ada.conversationWith(bob);
        users.blocks(ada, bob);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(json(bob.start("Lunch", ada, Caller.newUser()), 422)
                                .getString("code"))
                        .isEqualTo("member_unavailable"));
        ada.start("Lunch", bob).then().statusCode(201);
    }

    @Test
    void aBlockedUserWritesAndOnlyHeSeesIt() {
        var conversation = ada.conversationWith(bob);
        bob.send(conversation, "before");
        try (var adas = Door.open(ada.id());
                var bobs = Door.open(bob.id())) {
            users.blocks(ada, bob);
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(presence(bob, ada).getBoolean("online")).isFalse());

            bobs.sendMessage(conversation, Door.newId(), "hidden");
            var hidden = bobs.take("sent").getJsonObject("message");
            var entry = adas.take("entry").getJsonObject("entry");

            assertThat(hidden.getString("text")).isEqualTo("hidden");
            assertThat(hidden.fieldNames()).doesNotContain("hiddenFrom");
            assertThat(entry.getString("type")).isEqualTo("hidden");
            assertThat(entry.getLong("seq")).isEqualTo(2);
            assertThat(adas.skipped())
                    .extracting(frame -> frame.getString("type"))
                    .doesNotContain("message");
            assertThat(ada.latest(conversation))
                    .extracting(message -> message.getString("text"))
                    .containsExactly("before");
            assertThat(bob.latest(conversation))
                    .extracting(message -> message.getString("text"))
                    .containsExactly("before", "hidden");
            assertThat(ada.show(conversation).getLong("unread")).isEqualTo(1);
            assertThat(ada.show(conversation).getJsonObject("lastMessage").getString("text"))
                    .isEqualTo("before");
            assertThat(bob.show(conversation).getJsonObject("lastMessage").getString("text"))
                    .isEqualTo("hidden");
            assertThat(ada.list(Map.of()).getJsonArray("items").getJsonObject(0).getLong("unread"))
                    .isEqualTo(1);
            var entries =
                    items(json(ada.request().get("/api/v1/conversations/{id}/entries?after=0", conversation), 200));
            assertThat(entries).extracting(each -> each.getString("type")).containsExactly("message", "hidden");
            assertThat(entries.get(1).fieldNames()).containsExactlyInAnyOrder("seq", "at", "by", "type");
        }
    }

    @Test
    void whatIsHiddenIsNeitherFoundNorQuotedToTheOther() {
        var conversation = ada.conversationWith(bob);
        try (var adas = Door.open(ada.id());
                var bobs = Door.open(bob.id())) {
            users.blocks(ada, bob);
            awaitOnline(ada, bob, false);
            bobs.sendMessage(conversation, Door.newId(), "hidden pineapple");
            var hidden = bobs.take("sent").getJsonObject("message");
            users.blocks(ada);
            awaitOnline(ada, bob, true);

            json(reply(bob, conversation, "visible", hidden), 201);

            var live = adas.take("message").getJsonObject("message");
            assertThat(live.getString("text")).isEqualTo("visible");
            assertDeleted(live.getJsonObject("replyTo"));
            assertDeleted(ada.latest(conversation).get(0).getJsonObject("replyTo"));
            assertDeleted(ada.show(conversation).getJsonObject("lastMessage").getJsonObject("replyTo"));
            assertThat(bobs.take("message")
                            .getJsonObject("message")
                            .getJsonObject("replyTo")
                            .getString("text"))
                    .isEqualTo("hidden pineapple");
            assertThat(found(ada, "pineapple")).isZero();
            assertThat(found(bob, "pineapple")).isEqualTo(1);
            json(reply(ada, conversation, "what?", hidden), 422);
            json(
                    ada.request()
                            .put(
                                    "/api/v1/conversations/{id}/messages/{message}/reactions/{emoji}",
                                    conversation,
                                    hidden.getString("id"),
                                    "👍"),
                    404);
        }
    }

    private static void awaitOnline(Caller of, Caller viewer, boolean isOnline) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(presence(viewer, of).getBoolean("online")).isEqualTo(isOnline));
    }

    private static Response reply(Caller by, String conversation, String text, JsonObject quoted) {
        return by.request(new JsonObject()
                        .put("clientMessageId", Door.newId())
                        .put("text", text)
                        .put("replyTo", quoted.getString("id")))
                .post("/api/v1/conversations/{id}/messages", conversation);
    }

    private static void assertDeleted(JsonObject quote) {
        assertThat(quote.getString("text")).isNull();
        assertThat(quote.getString("deletedAt")).isNotNull();
        assertThat(quote.fieldNames()).doesNotContain("hiddenFrom");
    }

    private static int found(Caller caller, String query) {
        return items(json(caller.request().queryParam("query", query).get("/api/v1/search/messages"), 200))
                .size();
    }

    @Test
    void aDeletedAccountKeepsItsMessagesAndLosesItsName() {
        var conversation = ada.conversationWith(bob);
        bob.send(conversation, "hello");
        try (var adas = Door.open(ada.id())) {
            users.deleted(bob);

            assertThat(adas.take("profile").getJsonObject("user").getString("name"))
                    .isEqualTo("Deleted account");
        }
        assertThat(member(ada, conversation, bob).getString("name")).isEqualTo("Deleted account");
        assertThat(ada.latest(conversation)).hasSize(1);
        assertThat(json(ada.start("Lunch", bob), 404).getString("code")).isEqualTo("user_not_found");
        assertThat(ada.list(Map.of()).getJsonArray("items")).hasSize(1);
    }
}
