package dev.natter.chat.log;

import static dev.natter.chat.Caller.items;
import static dev.natter.chat.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EntriesEndpointTest {

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();
    private String conversation;

    @BeforeEach
    void startConversation() {
        conversation = ada.conversationWith(bob);
    }

    @Test
    void aMessageLooksAsTheContractSays() {
        var message = ada.send(conversation, "Soup?");

        var page = json(entries(bob, Map.of()), 200);

        assertThat(page.fieldNames()).containsExactly("items", "hasMore");
        assertThat(page.getBoolean("hasMore")).isFalse();
        var entry = items(page).get(0);
        assertThat(entry.fieldNames()).containsExactly("seq", "at", "by", "type", "message");
        assertThat(entry)
                .isEqualTo(new JsonObject()
                        .put("seq", 1)
                        .put("at", message.getString("sentAt"))
                        .put("by", ada.id())
                        .put("type", "message")
                        .put("message", message));
    }

    @Test
    void aClientThatGoesOnFromTheLastItemMissesNothing() {
        for (var number = 1; number <= 7; number++) {
            ada.send(conversation, "m" + number);
        }

        assertPage(Map.of("limit", 3), List.of(1L, 2L, 3L), true);
        assertPage(Map.of("limit", 3, "after", 3), List.of(4L, 5L, 6L), true);
        assertPage(Map.of("limit", 3, "after", 6), List.of(7L), false);
        assertPage(Map.of("after", 7), List.of(), false);
        assertPage(Map.of("after", Long.MAX_VALUE), List.of(), false);
    }

    private void assertPage(Map<String, ?> query, List<Long> seqs, boolean hasMore) {
        var page = json(entries(bob, query), 200);
        assertThat(items(page)).extracting(entry -> entry.getLong("seq")).isEqualTo(seqs);
        assertThat(page.getBoolean("hasMore")).isEqualTo(hasMore);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1.5", "99999999999999999999"})
    void refusesWhatIsNoNumber(String number) {
        assertThat(entries(bob, Map.of("after", number)).statusCode()).isEqualTo(400);
    }

    private Response entries(Caller caller, Map<String, ?> query) {
        return caller.request().queryParams(query).get("/api/v1/conversations/{id}/entries", conversation);
    }
}
