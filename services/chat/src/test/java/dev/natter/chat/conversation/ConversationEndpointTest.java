package dev.natter.chat.conversation;

import static dev.natter.chat.Caller.items;
import static dev.natter.chat.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.Caller;
import dev.natter.chat.Parallel;
import dev.natter.chat.UserServiceStub;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConversationEndpointTest {

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();
    private final Caller carol = Caller.newUser();

    @Test
    void looksAsTheContractSays() {
        var conversation = json(ada.start(bob), 201);

        assertThat(conversation.fieldNames())
                .containsExactly(
                        "id",
                        "kind",
                        "title",
                        "avatar",
                        "members",
                        "memberCount",
                        "deliveredToAllSeq",
                        "readByAllSeq",
                        "lastSeq",
                        "lastMessage",
                        "unread",
                        "updatedAt",
                        "mine");
        assertThat(conversation.getString("updatedAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(conversation.getJsonArray("members"))
                .isEqualTo(new JsonArray().add(member(ada)).add(member(bob)));
        assertThat(conversation.copy().put("id", "").put("updatedAt", "").put("members", ""))
                .isEqualTo(new JsonObject()
                        .put("id", "")
                        .put("kind", "direct")
                        .putNull("title")
                        .putNull("avatar")
                        .put("members", "")
                        .put("memberCount", 2)
                        .put("deliveredToAllSeq", 0)
                        .put("readByAllSeq", 0)
                        .put("lastSeq", 0)
                        .putNull("lastMessage")
                        .put("unread", 0)
                        .put("updatedAt", "")
                        .put(
                                "mine",
                                new JsonObject()
                                        .putNull("mutedUntil")
                                        .put("pinned", false)
                                        .put("archived", false)
                                        .put("markedUnread", false)));
    }

    private static JsonObject member(Caller caller) {
        return new JsonObject()
                .put("userId", caller.id())
                .put("name", UserServiceStub.nameOf(caller.id()))
                .putNull("avatar")
                .put("role", "member")
                .put("joinedSeq", 0)
                .put("online", false)
                .putNull("lastSeenAt")
                .put("deliveredSeq", 0)
                .put("readSeq", 0);
    }

    @Test
    void isTheSameForBothHoweverTheyAskForIt() {
        var started = json(ada.start(bob), 201);

        assertThat(json(bob.start(ada), 200).getString("id")).isEqualTo(started.getString("id"));
        assertThat(json(ada.start(ada, bob, bob), 200)).isEqualTo(started);
        assertThat(bob.show(started.getString("id"))).isEqualTo(started);
    }

    @Test
    void isOneWhenManyStartItAtTheSameInstant() {
        for (var round = 0; round < 10; round++) {
            var one = Caller.newUser();
            var other = Caller.newUser();

            // On a machine that is busy with other things one may get 503 and repeat, as any client may.
            var answers = Parallel.times(16, number -> number % 2 == 0 ? one.start(other) : other.start(one)).stream()
                    .filter(answer -> answer.statusCode() != 503)
                    .toList();

            assertThat(answers).extracting(Response::statusCode).containsOnly(200, 201);
            assertThat(answers.stream().map(answer -> answer.<String>path("id")).distinct())
                    .hasSize(1);
            assertThat(answers.stream().map(Response::statusCode).filter(status -> status == 201))
                    .hasSize(1);
        }
    }

    @Test
    void isANewGroupEachTimeWithSeveralOrWithATitle() {
        var groups = List.of(
                json(ada.start(bob, carol), 201),
                json(ada.start(bob, carol), 201),
                json(ada.start(" Lunch ", bob), 201),
                json(ada.start("Lunch", bob), 201));

        assertThat(groups).extracting(group -> group.getString("kind")).containsOnly("group");
        assertThat(groups.stream().map(group -> group.getString("id")).distinct())
                .hasSize(4);
        assertThat(groups.get(2).getString("title")).isEqualTo("Lunch");
    }

    @Test
    void holdsAThousandAndNotOneMore() {
        var many = IntStream.range(0, 999).mapToObj(number -> Caller.newUser()).toArray(Caller[]::new);
        var tooMany =
                IntStream.range(0, 1000).mapToObj(number -> Caller.newUser()).toArray(Caller[]::new);

        var group = json(ada.start(many), 201);
        ada.send(group.getString("id"), "Hello all");

        assertThat(group.getInteger("memberCount")).isEqualTo(1000);
        assertThat(many[998].show(group.getString("id")).getInteger("unread")).isEqualTo(1);
        assertThat(json(ada.start(tooMany), 422).getString("code")).isEqualTo("too_many_members");
    }

    @Test
    void pagesThroughAllMembersInTheOrderInWhichTheyJoined() {
        var others =
                IntStream.range(0, 130).mapToObj(number -> Caller.newUser()).toArray(Caller[]::new);
        var group = json(ada.start("Party", others), 201).getString("id");

        var first = members(others[7], group, Map.of("limit", 1000));
        var second = members(others[7], group, Map.of("limit", 1000, "after", first.getString("next")));

        assertThat(items(first)).hasSize(100);
        assertThat(second.getString("next")).isNull();
        assertThat(Stream.of(first, second).flatMap(page -> items(page).stream()))
                .extracting(member -> member.getString("userId"))
                .containsExactlyElementsOf(Stream.concat(Stream.of(ada), Stream.of(others))
                        .map(Caller::id)
                        .toList());
        assertThat(items(first)).first().isEqualTo(member(ada).put("role", "owner"));
        assertThat(items(first)).element(1).isEqualTo(member(others[0]));
        assertThat(items(members(ada, group, Map.of()))).hasSize(30);
    }

    @Test
    void showsItsMembersToMembersOnly() {
        var group = ada.conversationWith(bob, carol);

        var stranger = Caller.newUser().request().get("/api/v1/conversations/{id}/members", group);
        var nonsense = ada.request().get("/api/v1/conversations/{id}/members?after=unknown", group);

        assertThat(json(stranger, 404).getString("code")).isEqualTo("conversation_not_found");
        assertThat(json(nonsense, 400).getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("after");
    }

    private static JsonObject members(Caller caller, String conversationId, Map<String, ?> query) {
        return json(caller.request().queryParams(query).get("/api/v1/conversations/{id}/members", conversationId), 200);
    }

    @Test
    void sumsUpWhatHasReachedAllOthers() {
        var group = ada.conversationWith(bob, carol);
        ada.send(group, "Soup?");
        ada.send(group, "Soup!");

        ada.read(group, 2);
        bob.read(group, 2);
        carol.read(group, 1);

        assertThat(ada.show(group).getInteger("readByAllSeq")).isEqualTo(1);
        assertThat(ada.show(group).getInteger("deliveredToAllSeq")).isEqualTo(1);
        assertThat(carol.show(group).getInteger("readByAllSeq")).isEqualTo(2);
    }

    @Test
    void aLargeGroupShowsTheCallerAndTheLatestSpeakersAndSumsUpTheOthers() {
        var others = IntStream.range(0, 29).mapToObj(number -> Caller.newUser()).toArray(Caller[]::new);
        var group = json(ada.start("Party", others), 201).getString("id");
        others[25].send(group, "Soup?");
        others[28].send(group, "Soup!");
        Stream.of(others).forEach(other -> other.read(group, 2));

        var shown = ada.show(group);
        var listed = items(ada.list(Map.of())).get(0);

        assertThat(listed).isEqualTo(shown);
        assertThat(shown.getInteger("memberCount")).isEqualTo(30);
        assertThat(shown.getJsonArray("members")).hasSize(20);
        assertThat(shown.getJsonArray("members").stream()
                        .map(JsonObject.class::cast)
                        .limit(3))
                .extracting(member -> member.getString("userId"))
                .containsExactly(ada.id(), others[28].id(), others[25].id());
        assertThat(shown.getInteger("readByAllSeq")).isEqualTo(2);
        assertThat(others[0].show(group).getInteger("readByAllSeq"))
                .as("ada has read nothing")
                .isZero();
        assertThat(shown.getInteger("unread")).isEqualTo(2);
    }

    @Test
    void aLargeGroupCountsSeveralTimes() {
        var others = IntStream.range(0, 65).mapToObj(number -> Caller.newUser()).toArray(Caller[]::new);

        var small = ada.start(bob, carol);
        var large = ada.start(others);

        assertThat(left(small) - left(large)).isEqualTo(3);
    }

    private static int left(Response answer) {
        return Integer.parseInt(answer.header("RateLimit").replaceAll(".*r=(\\d+).*", "$1"));
    }

    @Test
    void isRefusedForReasonsThatProgramsCanTell() {
        var unknown = new Caller(UserServiceStub.UNKNOWN + "at-all");

        assertThat(json(ada.start(ada), 422).getString("code")).isEqualTo("only_yourself");
        assertThat(json(ada.start(bob, unknown), 404).getString("code")).isEqualTo("user_not_found");
        assertThat(json(ada.start("x".repeat(81), bob), 400).getJsonArray("errors"))
                .isEqualTo(new JsonArray()
                        .add(new JsonObject().put("field", "title").put("detail", "must have 1 to 80 characters")));
    }

    @Test
    void cannotBeStartedWithAnUnknownUserWhileTheUserServiceIsAway() {
        var answer = ada.start(new Caller(UserServiceStub.AWAY + carol.id()));

        assertThat(json(answer, 503).getString("code")).isEqualTo("user_service_unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
    }

    @Test
    void listsTheLatestActivityFirst() {
        var first = ada.conversationWith(bob);
        var second = ada.conversationWith(carol);
        bob.send(first, "I am back");

        var items = items(ada.list(Map.of()));

        assertThat(items).extracting(item -> item.getString("id")).containsExactly(first, second);
        assertThat(items.get(0).getJsonObject("lastMessage").getString("text")).isEqualTo("I am back");
        assertThat(items.get(0).getInteger("unread")).isEqualTo(1);
        assertThat(items(bob.list(Map.of()))).hasSize(1);
    }

    @Test
    void pagesShowEverythingThatStandsStillExactlyOnce() {
        var started = new ArrayList<String>();
        for (var number = 0; number < 25; number++) {
            started.add(ada.conversationWith(Caller.newUser()));
        }
        var moving = started.get(3);
        var seen = new ArrayList<String>();
        var query = new HashMap<String, Object>(Map.of("limit", 4));
        String next;
        do {
            var page = ada.list(query);
            items(page).forEach(item -> seen.add(item.getString("id")));
            // Meanwhile one of them, not shown yet, moves to the top, and a new one is started.
            ada.send(moving, "Up!");
            ada.conversationWith(Caller.newUser());
            next = page.getString("next");
            query.put("after", next);
        } while (next != null);

        var stoodStill = started.stream().filter(id -> !id.equals(moving)).toList();
        assertThat(seen).containsAll(stoodStill).doesNotHaveDuplicates();
    }

    @Test
    void pagesThroughConversationsOfTheSameInstant() {
        var started = Parallel.times(12, number -> ada.conversationWith(Caller.newUser()));
        var seen = new ArrayList<String>();
        var query = new HashMap<String, Object>(Map.of("limit", 1));
        String next;
        do {
            var page = ada.list(query);
            items(page).forEach(item -> seen.add(item.getString("id")));
            next = page.getString("next");
            query.put("after", next);
        } while (next != null);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(started);
        assertThat(items(ada.list(Map.of("limit", 1000))).stream()
                        .map(item -> item.getString("id"))
                        .collect(Collectors.toList()))
                .isEqualTo(seen);
    }
}
