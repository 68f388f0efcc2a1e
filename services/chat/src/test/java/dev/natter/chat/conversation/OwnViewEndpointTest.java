package dev.natter.chat.conversation;

import static dev.natter.chat.Caller.items;
import static dev.natter.chat.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.Caller;
import dev.natter.chat.Parallel;
import dev.natter.chat.socket.Door;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A member's own view of a conversation: muted, pinned, archived, marked as unread. */
@QuarkusTest
class OwnViewEndpointTest {

    private static final String FOR_EVER = "9999-12-31T23:59:59.999Z";
    private static final JsonObject UNTOUCHED = new JsonObject()
            .putNull("mutedUntil")
            .put("pinned", false)
            .put("archived", false)
            .put("markedUnread", false);

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();

    @Test
    void isChangedFieldByFieldAndSeenByItsOwnerAlone() {
        var id = ada.conversationWith(bob);

        change(ada, id, new JsonObject().put("mutedUntil", FOR_EVER));
        change(ada, id, new JsonObject().put("pinned", true).put("unknown", 1));
        var changed = change(ada, id, new JsonObject().put("archived", true).put("markedUnread", true));

        assertThat(changed.getJsonObject("mine"))
                .isEqualTo(new JsonObject()
                        .put("mutedUntil", FOR_EVER)
                        .put("pinned", true)
                        .put("archived", true)
                        .put("markedUnread", true));
        assertThat(ada.show(id)).isEqualTo(changed);
        assertThat(bob.show(id).getJsonObject("mine")).isEqualTo(UNTOUCHED);
    }

    @Test
    void isTakenBackFieldByField() {
        var id = ada.conversationWith(bob);
        change(
                ada,
                id,
                new JsonObject()
                        .put("mutedUntil", FOR_EVER)
                        .put("pinned", true)
                        .put("archived", true)
                        .put("markedUnread", true));

        var changed = change(ada, id, UNTOUCHED);

        assertThat(changed.getJsonObject("mine")).isEqualTo(UNTOUCHED);
        assertThat(list(ada, Map.of())).containsExactly(id);
    }

    @Test
    void aMuteThatHasPassedIsNone() {
        var id = ada.conversationWith(bob);

        var changed = change(ada, id, new JsonObject().put("mutedUntil", "2020-01-01T00:00:00Z"));

        assertThat(changed.getJsonObject("mine")).isEqualTo(UNTOUCHED);
    }

    @Test
    void showsOnTheOtherDevicesOfTheSameUser() {
        var id = ada.conversationWith(bob);
        try (var device = Door.open(ada.id());
                var bobs = Door.open(bob.id())) {
            change(ada, id, new JsonObject().put("pinned", true));
            bob.send(id, "Soup?");

            var frame = device.take("conversation").getJsonObject("conversation");
            assertThat(frame.getJsonObject("mine").getBoolean("pinned")).isTrue();
            bobs.take("message");
            assertThat(bobs.skipped())
                    .extracting(each -> each.getString("type"))
                    .doesNotContain("conversation");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mutedUntil\":\"tomorrow\"}",
                "{\"mutedUntil\":1}",
                "{\"mutedUntil\":\"+10000-01-01T00:00:00Z\"}",
                "{\"pinned\":null}",
                "{\"pinned\":\"true\"}",
                "{\"archived\":1}",
                "{\"pinned\":true,\"markedUnread\":[]}",
                "[]",
                "null",
                "{"
            })
    void refusesWhatIsMalformedAndChangesNothing(String body) {
        var id = ada.conversationWith(bob);

        var answer = ada.request().contentType("application/json").body(body).patch(path(id));

        assertThat(json(answer, 400).getString("code")).isEqualTo("bad_request");
        assertThat(ada.show(id).getJsonObject("mine")).isEqualTo(UNTOUCHED);
    }

    @Test
    void isForMembers() {
        var id = ada.conversationWith(bob);

        assertThat(json(patch(Caller.newUser(), id, UNTOUCHED), 404).getString("code"))
                .isEqualTo("conversation_not_found");
    }

    @Test
    void pinnedOnesComeFirstAndThenTheLatestActivity() {
        var oldest = ada.conversationWith(bob);
        var old = ada.conversationWith(Caller.newUser());
        var young = ada.conversationWith(Caller.newUser());
        change(ada, oldest, new JsonObject().put("pinned", true));
        change(ada, young, new JsonObject().put("pinned", true));
        bob.send(oldest, "Soup?");

        assertThat(list(ada, Map.of())).containsExactly(oldest, young, old);
        assertThat(list(bob, Map.of())).containsExactly(oldest);
    }

    @Test
    void noMoreThanTwentyArePinned() {
        var ids = IntStream.range(0, 21)
                .mapToObj(number -> ada.conversationWith(Caller.newUser()))
                .toList();
        ids.subList(0, 20).forEach(id -> change(ada, id, new JsonObject().put("pinned", true)));

        var refused = patch(ada, ids.get(20), new JsonObject().put("pinned", true));
        change(ada, ids.get(0), new JsonObject().put("pinned", true));

        assertThat(json(refused, 422).getString("code")).isEqualTo("too_many_pinned");
        assertThat(ada.show(ids.get(20)).getJsonObject("mine")).isEqualTo(UNTOUCHED);
        change(ada, ids.get(0), new JsonObject().put("pinned", false));
        change(ada, ids.get(20), new JsonObject().put("pinned", true));
    }

    @Test
    void whoPinsTheLastOneOnTwoDevicesAtOncePinsNoMoreThanTwenty() {
        var ids = IntStream.range(0, 23)
                .mapToObj(number -> ada.conversationWith(Caller.newUser()))
                .toList();
        ids.subList(0, 19).forEach(id -> change(ada, id, new JsonObject().put("pinned", true)));

        Parallel.times(4, number -> patch(ada, ids.get(19 + number), new JsonObject().put("pinned", true)));

        assertThat(ids.stream().filter(id -> ada.show(id).getJsonObject("mine").getBoolean("pinned")))
                .hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void pagesShowUnchangedConversationsOncePinnedOrNot() {
        var ids = new ArrayList<String>();
        for (var number = 0; number < 11; number++) {
            ids.add(ada.conversationWith(Caller.newUser()));
        }
        List.of(0, 4, 5, 9).forEach(at -> change(ada, ids.get(at), new JsonObject().put("pinned", true)));
        change(ada, ids.get(2), new JsonObject().put("archived", true));
        var seen = new ArrayList<String>();
        var query = new HashMap<String, Object>(Map.of("limit", 3));
        String next;
        do {
            var page = ada.list(query);
            items(page).forEach(item -> seen.add(item.getString("id")));
            // Meanwhile one that is shown already moves to the top, and new ones come, pinned and not.
            ada.send(ids.get(10), "Up!");
            change(ada, ada.conversationWith(Caller.newUser()), new JsonObject().put("pinned", true));
            ada.conversationWith(Caller.newUser());
            next = page.getString("next");
            query.put("after", next);
        } while (next != null);

        assertThat(seen)
                .containsSubsequence(ids.get(9), ids.get(5), ids.get(4), ids.get(0), ids.get(8), ids.get(7), ids.get(1))
                .doesNotHaveDuplicates()
                .doesNotContain(ids.get(2));
    }

    @Test
    void archivedOnesAreListedApart() {
        var kept = ada.conversationWith(bob);
        var archived = ada.conversationWith(Caller.newUser());
        change(ada, archived, new JsonObject().put("archived", true));

        assertThat(list(ada, Map.of())).containsExactly(kept);
        assertThat(list(ada, Map.of("archived", "false"))).containsExactly(kept);
        assertThat(list(ada, Map.of("archived", "true"))).containsExactly(archived);
        assertThat(items(ada.list(Map.of("archived", "true"))).get(0)).isEqualTo(ada.show(archived));
        json(ada.request().queryParam("archived", "perhaps").get("/api/v1/conversations"), 400);
    }

    @Test
    void aNewMessageUnarchivesForEveryMember() {
        var id = ada.conversationWith(bob);
        ada.send(id, "Soup?");
        change(ada, id, new JsonObject().put("archived", true));
        change(bob, id, new JsonObject().put("archived", true));
        assertThat(list(ada, Map.of())).isEmpty();

        ada.send(id, "Soup!");

        assertThat(list(ada, Map.of())).containsExactly(id);
        assertThat(list(bob, Map.of("archived", "true"))).isEmpty();
        assertThat(bob.show(id).getJsonObject("mine")).isEqualTo(UNTOUCHED);
    }

    @Test
    void readingEndsTheMark() {
        var id = ada.conversationWith(bob);
        bob.send(id, "Soup?");
        ada.read(id, 1);
        change(ada, id, new JsonObject().put("markedUnread", true));
        assertThat(ada.show(id).getInteger("unread")).isZero();

        ada.read(id, 1);

        assertThat(ada.show(id).getJsonObject("mine")).isEqualTo(UNTOUCHED);
    }

    private static JsonObject change(Caller caller, String id, JsonObject change) {
        return json(patch(caller, id, change), 200);
    }

    private static Response patch(Caller caller, String id, JsonObject change) {
        return caller.request(change).patch(path(id));
    }

    private static String path(String id) {
        return "/api/v1/conversations/" + id + "/mine";
    }

    private static List<String> list(Caller caller, Map<String, ?> query) {
        return items(caller.list(query)).stream()
                .map(item -> item.getString("id"))
                .toList();
    }
}
