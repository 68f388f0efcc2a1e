package dev.natter.chat.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.natter.chat.Caller;
import dev.natter.chat.UserEventPublisher;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the groups of a user whose account is deleted. */
@QuarkusTest
class LeaveGroupsEndpointTest {

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();
    private final Caller cleo = Caller.newUser();

    @Test
    void theUserLeavesThemAndOwnershipPassesOn() throws IOException {
        var group = ada.conversationWith(bob, cleo);
        ada.conversationWith(bob);

        try (var users = new UserEventPublisher()) {
            users.deleted(ada);

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(members(group))
                            .containsExactlyInAnyOrder(bob.id() + " owner", cleo.id() + " member"));
        }
    }

    private List<String> members(String group) {
        return bob.show(group).getJsonArray("members").stream()
                .map(JsonObject.class::cast)
                .map(member -> member.getString("userId") + " " + member.getString("role"))
                .toList();
    }
}
