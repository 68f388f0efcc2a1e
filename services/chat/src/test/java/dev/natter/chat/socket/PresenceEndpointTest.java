package dev.natter.chat.socket;

import static dev.natter.chat.Caller.items;
import static dev.natter.chat.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is here, and who may know. */
@QuarkusTest
class PresenceEndpointTest {

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();
    private final Caller eve = Caller.newUser();

    @BeforeEach
    void ready() {
        Door.awaitReady();
    }

    private static Response ask(Caller caller, Stream<String> userIds) {
        return caller.request()
                .queryParam("userIds", userIds.collect(Collectors.joining(",")))
                .get("/api/v1/presence");
    }

    private static List<JsonObject> presence(Caller caller, Caller... others) {
        return items(json(ask(caller, Arrays.stream(others).map(Caller::id)), 200));
    }

    private static JsonObject member(Caller viewer, String conversation, Caller member) {
        return viewer.show(conversation).getJsonArray("members").stream()
                .map(JsonObject.class::cast)
                .filter(each -> each.getString("userId").equals(member.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void presenceReachesContactsOnly() {
        ada.conversationWith(bob);
        try (var adas = Door.open(ada.id());
                var eves = Door.open(eve.id())) {
            var bobs = Door.open(bob.id());
            assertThat(adas.take("presence"))
                    .isEqualTo(new JsonObject()
                            .put("type", "presence")
                            .put("userId", bob.id())
                            .put("online", true)
                            .putNull("lastSeenAt"));
            var before = Instant.now().minusMillis(1);

            bobs.close();

            var gone = adas.take("presence");
            assertThat(gone.getBoolean("online")).isFalse();
            assertThat(gone.getInstant("lastSeenAt")).isBetween(before, Instant.now());
            assertThat(eves.pending()).isEmpty();
        }
    }

    @Test
    void aReloadAndASecondDeviceDoNotChangePresence() {
        ada.conversationWith(bob);
        try (var adas = Door.open(ada.id())) {
            var first = Door.open(bob.id());
            adas.take("presence");

            first.close();
            var second = Door.open(bob.id());
            Door.open(bob.id()).close();
            second.sendMessage(ada.conversationWith(bob), Door.newId(), "still here");

            adas.take("message");
            assertThat(adas.skipped()).isEmpty();
            second.close();
        }
    }

    @Test
    void conversationsShowWhoIsHereAndWhenTheOthersWere() {
        var conversation = ada.conversationWith(bob);
        assertThat(member(ada, conversation, bob))
                .isEqualTo(member(ada, conversation, bob).put("online", false).putNull("lastSeenAt"));
        try (var adas = Door.open(ada.id())) {
            var bobs = Door.open(bob.id());
            adas.take("presence");
            assertThat(member(ada, conversation, bob).getBoolean("online")).isTrue();
            assertThat(member(ada, conversation, bob).getValue("lastSeenAt")).isNull();
            bobs.close();

            var lastSeenAt = adas.take("presence").getString("lastSeenAt");

            assertThat(member(ada, conversation, bob).getBoolean("online")).isFalse();
            assertThat(member(ada, conversation, bob).getString("lastSeenAt")).isEqualTo(lastSeenAt);
        }
    }

    @Test
    void aNewConversationIsShownLiveAndItsPresenceFromThenOn() {
        try (var adas = Door.open(ada.id());
                var bobs = Door.open(bob.id())) {
            ada.start(bob);

            for (var client : List.of(adas, bobs)) {
                var members = client.take("conversation")
                        .getJsonObject("conversation")
                        .getJsonArray("members");
                assertThat(members.stream().map(each -> ((JsonObject) each).getBoolean("online")))
                        .containsExactly(true, true);
            }
            bobs.close();

            assertThat(adas.take("presence").getString("userId")).isEqualTo(bob.id());
        }
    }

    @Test
    void canBeAskedForByThoseWhoShareAConversation() {
        ada.conversationWith(bob, eve);
        try (var eves = Door.open(eve.id())) {
            var stranger = Caller.newUser();
            try (var strangers = Door.open(stranger.id())) {
                var shown = presence(ada, eve, stranger, bob, eve, ada, Caller.newUser());

                assertThat(shown)
                        .containsExactly(
                                new JsonObject()
                                        .put("userId", eve.id())
                                        .put("online", true)
                                        .putNull("lastSeenAt"),
                                new JsonObject()
                                        .put("userId", bob.id())
                                        .put("online", false)
                                        .putNull("lastSeenAt"));
                assertThat(presence(stranger, eve, bob)).isEmpty();
                assertThat(strangers.isClosed()).isFalse();
            }
            assertThat(eves.isClosed()).isFalse();
        }
    }

    @Test
    void isAskedForInBounds() {
        var hundred = IntStream.range(0, 100).mapToObj(number -> Door.newId()).toList();

        assertThat(items(json(ask(ada, hundred.stream()), 200))).isEmpty();
        assertThat(json(ask(ada, Stream.concat(hundred.stream(), Stream.of(bob.id()))), 400)
                        .getString("code"))
                .isEqualTo("bad_request");
        assertThat(json(ask(ada, Stream.of("", " ")), 400).getString("code")).isEqualTo("bad_request");
        assertThat(json(ada.request().get("/api/v1/presence"), 400).getString("code"))
                .isEqualTo("bad_request");
        assertThat(ask(ada, Stream.of("{\"$ne\":1}", "..%2F", "x".repeat(500))).statusCode())
                .isEqualTo(200);
    }
}
