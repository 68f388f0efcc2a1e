package dev.natter.chat.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalConversationsTest {

    private final LocalConversations conversations = new LocalConversations();

    private void enter(String userId, String... conversationIds) {
        conversations.begin(userId);
        assertThat(conversations.replace(userId, Set.of(conversationIds))).isTrue();
    }

    private void leave(String userId) {
        conversations.leave(userId, () -> true);
    }

    @Test
    void thoseAreInAConversationWhoAreConnected() {
        enter("ada", "lunch", "dinner");
        enter("bob", "lunch");
        enter("eve", "gossip");

        assertThat(conversations.presentIn(Set.of("lunch"))).containsExactlyInAnyOrder("ada", "bob");
        assertThat(conversations.presentIn(Set.of("lunch", "dinner"))).containsExactlyInAnyOrder("ada", "bob");
        assertThat(conversations.presentIn(Set.of("unknown"))).isEmpty();
    }

    @Test
    void whoLeavesIsRemovedWithAllConversations() {
        enter("ada", "lunch", "dinner");
        enter("bob", "lunch");

        leave("ada");

        assertThat(conversations.presentIn(Set.of("lunch", "dinner"))).containsExactly("bob");
        leave("bob");
        assertThat(conversations.size()).isZero();
        assertThat(conversations.users()).isEmpty();
    }

    @Test
    void whoHasAnotherConnectionStays() {
        enter("ada", "lunch");

        conversations.leave("ada", () -> false);

        assertThat(conversations.presentIn(Set.of("lunch"))).containsExactly("ada");
    }

    /** Issue 14: the first release kept all members of every group that one of them was connected to. */
    @Test
    void aGroupCostsAsMuchAsItHasConnectedMembers() {
        var groups =
                IntStream.range(0, 642).mapToObj(number -> "group" + number).toArray(String[]::new);
        var members =
                IntStream.range(0, 1000).mapToObj(number -> "user" + number).toList();
        enter("user7", groups);

        for (var group : groups) {
            conversations.membersChanged(group, members, List.of());
        }

        assertThat(conversations.size()).isEqualTo(groups.length);
    }

    @Test
    void aNewConversationIsSeenByItsConnectedMembers() {
        enter("ada");

        conversations.membersChanged("lunch", Set.of("ada", "bob"), Set.of());

        assertThat(conversations.presentIn(Set.of("lunch"))).containsExactly("ada");
        assertThat(conversations.of("ada")).containsExactly("lunch");
    }

    @Test
    void whoIsRemovedFromAConversationSeesItNoMore() {
        enter("ada", "lunch");
        enter("bob", "lunch");

        conversations.membersChanged("lunch", Set.of(), Set.of("ada", "stranger"));

        assertThat(conversations.presentIn(Set.of("lunch"))).containsExactly("bob");
        assertThat(conversations.of("ada")).isEmpty();
    }

    @Test
    void aChangeOfMembersDuringTheLoadCallsForAnother() {
        conversations.begin("ada");
        conversations.membersChanged("lunch", Set.of(), Set.of("ada"));

        assertThat(conversations.replace("ada", Set.of("lunch"))).isFalse();

        conversations.changing("ada");
        assertThat(conversations.replace("ada", Set.of())).isTrue();
        assertThat(conversations.presentIn(Set.of("lunch"))).isEmpty();
    }

    @Test
    void theConversationsOfAUserAreUnknownUntilTheyAreLoaded() {
        assertThat(conversations.of("ada")).isNull();
        conversations.begin("ada");
        assertThat(conversations.of("ada")).isNull();
        enter("bob", "lunch");
        assertThat(conversations.of("bob")).containsExactly("lunch");
    }

    @Test
    void aUserInVeryManyConversationsIsBounded() {
        var many = IntStream.range(0, LocalConversations.MAX_CONVERSATIONS + 10)
                .mapToObj(number -> "c" + number)
                .toList();
        conversations.begin("ada");

        conversations.replace("ada", many);
        conversations.membersChanged("one more", Set.of("ada"), Set.of());

        assertThat(conversations.size()).isEqualTo(LocalConversations.MAX_CONVERSATIONS);
    }
}
