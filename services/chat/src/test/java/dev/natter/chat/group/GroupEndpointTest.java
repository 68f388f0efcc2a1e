package dev.natter.chat.group;

import static dev.natter.chat.Caller.items;
import static dev.natter.chat.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.Caller;
import dev.natter.chat.Parallel;
import dev.natter.chat.UserServiceStub;
import dev.natter.chat.socket.Door;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GroupEndpointTest {

    private static final String CONVERSATIONS = "/api/v1/conversations/";

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();
    private final Caller cleo = Caller.newUser();
    private final Caller dan = Caller.newUser();
    private String group;

    @BeforeEach
    void start() {
        group = ada.conversationWith(bob, cleo);
    }

    @Test
    void isRenamedByItsAdmins() {
        done(role(ada, bob, "admin"));

        var renamed = json(rename(bob, " Lunch "), 200);

        assertThat(renamed.getString("title")).isEqualTo("Lunch");
        assertThat(cleo.show(group).getString("title")).isEqualTo("Lunch");
        assertThat(code(rename(cleo, "Supper"), 403)).isEqualTo("not_an_admin");
        assertThat(types(ada)).containsExactly("role", "titled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"title\":null}", "{\"title\":\" \"}", "[]"})
    void aTitleIsATextOfOneToEightyCharacters(String body) {
        var answer = ada.request().contentType("application/json").body(body).patch(CONVERSATIONS + group);

        json(answer, 400);
        assertThat(types(ada)).isEmpty();
    }

    @Test
    void newMembersSeeItFromTheEntryOnThatAddedThem() {
        ada.send(group, "Before");

        var grown = json(add(ada, dan, bob, dan), 200);
        ada.send(group, "After");

        assertThat(grown.getInteger("memberCount")).isEqualTo(4);
        var shown = dan.show(group);
        assertThat(shown.getInteger("lastSeq")).isEqualTo(3);
        assertThat(shown.getInteger("unread")).isEqualTo(1);
        assertThat(member(shown, dan).getInteger("joinedSeq")).isEqualTo(2);
        assertThat(member(shown, dan).getInteger("readSeq")).isEqualTo(2);
        assertThat(member(shown, ada).getInteger("joinedSeq")).isZero();
        assertThat(dan.latest(group)).extracting(item -> item.getInteger("seq")).containsExactly(2, 3);
        assertThat(entries(dan, 0)).extracting(entry -> entry.getInteger("seq")).containsExactly(2, 3);
        assertThat(entries(dan, 2)).extracting(entry -> entry.getInteger("seq")).containsExactly(3);
        assertThat(items(dan.list(Map.of())).get(0)).isEqualTo(shown);
    }

    @Test
    void newMembersSeeNoMessageThatIsOlder() {
        ada.send(group, "Before");
        add(ada, dan);

        assertThat(dan.show(group).getValue("lastMessage")).isNull();
        assertThat(bob.show(group).getJsonObject("lastMessage").getString("text"))
                .isEqualTo("Before");
        assertThat(items(dan.list(Map.of())).get(0).getValue("lastMessage")).isNull();
    }

    @Test
    void changesStandAmongTheMessages() {
        ada.send(group, "Before");
        add(ada, dan);
        ada.send(group, "After");

        var event = ada.latest(group).get(1);

        assertThat(event.fieldNames()).containsExactly("seq", "sentAt", "senderId", "event");
        assertThat(event.getInteger("seq")).isEqualTo(2);
        assertThat(event.getString("senderId")).isEqualTo(ada.id());
        assertThat(event.getJsonObject("event"))
                .isEqualTo(new JsonObject()
                        .put("seq", 2)
                        .put("at", event.getString("sentAt"))
                        .put("by", ada.id())
                        .put("type", "members")
                        .put("added", new JsonArray().add(dan.id()))
                        .put("removed", new JsonArray()));
        assertThat(entries(ada, 1).get(0)).isEqualTo(event.getJsonObject("event"));
    }

    @Test
    void isNotChangedByWhoMayNot() {
        var stranger = Caller.newUser();
        var unknown = new Caller(UserServiceStub.UNKNOWN + "at-all");

        assertThat(code(add(bob, dan), 403)).isEqualTo("not_an_admin");
        assertThat(code(remove(bob, cleo), 403)).isEqualTo("not_an_admin");
        assertThat(code(role(bob, cleo, "admin"), 403)).isEqualTo("not_the_owner");
        for (var answer : List.of(
                add(stranger, dan), remove(stranger, bob), role(stranger, bob, "admin"), rename(stranger, "Mine"))) {
            assertThat(code(answer, 404)).isEqualTo("conversation_not_found");
        }
        assertThat(code(add(ada, dan, unknown), 404)).isEqualTo("user_not_found");
        assertThat(code(role(ada, dan, "admin"), 404)).isEqualTo("member_not_found");
        json(role(ada, bob, "emperor"), 400);
        json(ada.request(new JsonObject()).post(CONVERSATIONS + group + "/members"), 400);
        assertThat(types(ada)).isEmpty();
        assertThat(ada.show(group).getInteger("memberCount")).isEqualTo(3);
    }

    @Test
    void adminsDoNotRemoveTheOwnerAndTheOwnerDoesNotStepDown() {
        role(ada, bob, "admin");

        assertThat(code(remove(bob, ada), 403)).isEqualTo("owner_stays");
        assertThat(code(role(ada, ada, "member"), 422)).isEqualTo("owner_stays");
        assertThat(types(ada)).containsExactly("role");
    }

    @Test
    void aDirectConversationHasNothingToChange() {
        var direct = ada.conversationWith(bob);

        var answers = List.of(
                ada.request(new JsonObject().put("title", "Us")).patch(CONVERSATIONS + direct),
                ada.request(userIds(dan)).post(CONVERSATIONS + direct + "/members"),
                ada.request().delete(CONVERSATIONS + direct + "/members/" + bob.id()),
                ada.request().delete(CONVERSATIONS + direct + "/members/" + ada.id()),
                ada.request(new JsonObject().put("role", "admin"))
                        .put(CONVERSATIONS + direct + "/members/" + bob.id() + "/role"));

        assertThat(answers).allSatisfy(answer -> assertThat(code(answer, 422)).isEqualTo("not_a_group"));
    }

    @Test
    void repeatsAppendNothing() {
        add(ada, dan);
        role(ada, bob, "admin");
        rename(ada, "Lunch");
        remove(ada, cleo);

        json(add(ada, dan), 200);
        done(role(ada, bob, "admin"));
        done(role(ada, ada, "owner"));
        json(rename(ada, "Lunch"), 200);
        done(remove(ada, cleo));

        assertThat(types(ada)).containsExactly("members", "role", "titled", "members");
    }

    @Test
    void removedMembersSeeNothingAnyMore() {
        ada.send(group, "Before");
        try (var cleos = Door.open(cleo.id());
                var bobs = Door.open(bob.id())) {
            done(remove(ada, cleo));
            ada.send(group, "After");
            bob.read(group, 3);

            assertThat(cleos.take("left").getString("conversationId")).isEqualTo(group);
            assertThat(bobs.take("entry").getJsonObject("entry").getString("type"))
                    .isEqualTo("members");
            bobs.take("message");
            bobs.take("read");
            cleos.send(new JsonObject()
                    .put("type", "typing")
                    .put("conversationId", group)
                    .put("typing", true));
            assertThat(cleos.take("error").getString("code")).isEqualTo("conversation_not_found");
            cleos.sendMessage(group, UUID.randomUUID().toString(), "and now?");
            assertThat(cleos.take("error").getString("code")).isEqualTo("conversation_not_found");
            cleos.send(new JsonObject()
                    .put("type", "read")
                    .put("conversationId", group)
                    .put("seq", 3));
            assertThat(cleos.take("error").getString("code")).isEqualTo("conversation_not_found");
            assertThat(cleos.skipped())
                    .extracting(frame -> frame.getString("type"))
                    .doesNotContain("message", "entry", "read", "typing");
        }
        for (var path : List.of("", "/messages", "/entries", "/members")) {
            assertThat(code(cleo.request().get(CONVERSATIONS + group + path), 404))
                    .isEqualTo("conversation_not_found");
        }
        assertThat(items(cleo.list(Map.of()))).isEmpty();
        assertThat(json(cleo.request().queryParam("userIds", ada.id()).get("/api/v1/presence"), 200)
                        .getJsonArray("items"))
                .isEmpty();
    }

    @Test
    void whoIsRemovedWhileOthersTypeSeesNoMoreOfIt() {
        try (var bobs = Door.open(bob.id());
                var cleos = Door.open(cleo.id());
                var adas = Door.open(ada.id())) {
            bobs.send(new JsonObject()
                    .put("type", "typing")
                    .put("conversationId", group)
                    .put("typing", true));
            cleos.take("typing");
            adas.take("typing");
            done(remove(ada, cleo));
            cleos.take("left");
            bobs.send(new JsonObject()
                    .put("type", "typing")
                    .put("conversationId", group)
                    .put("typing", false));
            assertThat(adas.take("typing").getBoolean("typing")).isFalse();

            cleo.start(bob);

            cleos.take("conversation");
            assertThat(cleos.skipped())
                    .extracting(frame -> frame.getString("type"))
                    .doesNotContain("typing");
        }
    }

    @Test
    void whoIsAddedAgainJoinsAnew() {
        remove(ada, cleo);
        ada.send(group, "Without her");
        add(ada, cleo);

        assertThat(cleo.latest(group))
                .extracting(item -> item.getInteger("seq"))
                .containsExactly(3);
        assertThat(member(cleo.show(group), cleo).getInteger("joinedSeq")).isEqualTo(3);
        assertThat(ids(members(ada))).containsExactly(ada.id(), bob.id(), cleo.id());
    }

    @Test
    void newMembersAreShownTheGroupAndPresence() {
        try (var dans = Door.open(dan.id());
                var adas = Door.open(ada.id())) {
            add(ada, dan);

            var shown = dans.take("conversation").getJsonObject("conversation");
            assertThat(shown.getString("id")).isEqualTo(group);
            assertThat(ids(shown)).contains(dan.id(), ada.id());
            assertThat(adas.take("entry").getJsonObject("entry").getJsonArray("added"))
                    .isEqualTo(new JsonArray().add(dan.id()));
            try (var bobs = Door.open(bob.id())) {
                assertThat(dans.take("presence").getString("userId")).isEqualTo(bob.id());
                assertThat(bobs.ready()).isNotNull();
            }
        }
    }

    @Test
    void anOwnerWhoLeavesPassesItOnToTheFirstAdmin() {
        role(ada, cleo, "admin");

        done(remove(ada, ada));

        assertThat(member(bob.show(group), cleo).getString("role")).isEqualTo("owner");
        assertThat(types(bob)).containsExactly("role", "role", "members");
        json(ada.request().get(CONVERSATIONS + group), 404);
    }

    @Test
    void anOwnerWhoLeavesMembersPassesItOnToTheFirst() {
        done(remove(ada, ada));

        assertThat(member(bob.show(group), bob).getString("role")).isEqualTo("owner");
        done(remove(bob, bob));
        done(remove(cleo, cleo));
        json(cleo.request().get(CONVERSATIONS + group), 404);
    }

    @Test
    void anOwnerHandsItOver() {
        done(role(ada, cleo, "owner"));

        assertThat(roles()).containsExactly("admin", "member", "owner");
        assertThat(code(role(ada, bob, "admin"), 403)).isEqualTo("not_the_owner");
        done(role(cleo, ada, "member"));
        assertThat(roles()).containsExactly("member", "member", "owner");
    }

    @Test
    void holdsAThousandAndNotOneMore() {
        var many = IntStream.range(0, 997).mapToObj(number -> Caller.newUser()).toArray(Caller[]::new);

        assertThat(json(add(ada, many), 200).getInteger("memberCount")).isEqualTo(1_000);

        assertThat(code(add(ada, dan), 422)).isEqualTo("too_many_members");
        many[996].read(group, 1);
        Parallel.times(8, number -> remove(many[number], many[number]));
        json(add(ada, dan), 200);
        assertThat(ada.show(group).getInteger("memberCount")).isEqualTo(993);
    }

    @Test
    void sumsOfALargeGroupAreThoseOfItsMembersNow() {
        ada.send(group, "Soup?");
        var many = IntStream.range(0, 20).mapToObj(number -> Caller.newUser()).toArray(Caller[]::new);
        add(ada, many);
        assertThat(ada.show(group).getInteger("readByAllSeq"))
                .as("bob and cleo have not read")
                .isZero();

        bob.read(group, 2);
        remove(ada, cleo);

        assertThat(ada.show(group).getInteger("readByAllSeq")).isEqualTo(2);
    }

    @Test
    void pagesOfMembersGoOnWhenTheLastOneShownHasLeft() {
        var first = json(ada.request().queryParam("limit", 2).get(CONVERSATIONS + group + "/members"), 200);
        remove(bob, bob);

        var second = json(
                ada.request()
                        .queryParam("limit", 2)
                        .queryParam("after", first.getString("next"))
                        .get(CONVERSATIONS + group + "/members"),
                200);

        assertThat(ids(second)).containsExactly(cleo.id());
    }

    private Response rename(Caller caller, String title) {
        return caller.request(new JsonObject().put("title", title)).patch(CONVERSATIONS + group);
    }

    private Response add(Caller caller, Caller... users) {
        return caller.request(userIds(users)).post(CONVERSATIONS + group + "/members");
    }

    private static JsonObject userIds(Caller... users) {
        return new JsonObject()
                .put(
                        "userIds",
                        new JsonArray(Arrays.stream(users).map(Caller::id).toList()));
    }

    private Response remove(Caller caller, Caller user) {
        return caller.request().delete(CONVERSATIONS + group + "/members/" + user.id());
    }

    private Response role(Caller caller, Caller user, String role) {
        return caller.request(new JsonObject().put("role", role))
                .put(CONVERSATIONS + group + "/members/" + user.id() + "/role");
    }

    private static String code(Response answer, int status) {
        return json(answer, status).getString("code");
    }

    private static void done(Response answer) {
        assertThat(answer.then().statusCode(204).extract().asString()).isEmpty();
    }

    private List<JsonObject> entries(Caller caller, long after) {
        return items(json(caller.request().queryParam("after", after).get(CONVERSATIONS + group + "/entries"), 200));
    }

    private List<String> types(Caller caller) {
        return entries(caller, 0).stream().map(entry -> entry.getString("type")).toList();
    }

    private JsonObject members(Caller caller) {
        return json(caller.request().get(CONVERSATIONS + group + "/members"), 200);
    }

    private List<String> roles() {
        return items(members(bob)).stream().map(each -> each.getString("role")).toList();
    }

    private static List<String> ids(JsonObject page) {
        return page.getJsonArray(page.containsKey("items") ? "items" : "members").stream()
                .map(each -> ((JsonObject) each).getString("userId"))
                .toList();
    }

    private static JsonObject member(JsonObject conversation, Caller user) {
        return conversation.getJsonArray("members").stream()
                .map(JsonObject.class::cast)
                .filter(each -> each.getString("userId").equals(user.id()))
                .findFirst()
                .orElseThrow();
    }
}
