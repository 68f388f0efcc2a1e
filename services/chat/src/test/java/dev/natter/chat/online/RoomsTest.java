package dev.natter.chat.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoomsTest {

    private final Rooms rooms = new Rooms();

    private void enter(String userId, Map<String, List<String>> all) {
        rooms.begin(userId);
        var loaded =
                rooms.missing(all.keySet()).stream().collect(java.util.stream.Collectors.toMap(id -> id, all::get));
        assertThat(rooms.enter(userId, all.keySet(), loaded)).isTrue();
    }

    private void leave(String userId) {
        rooms.leave(userId, () -> true);
    }

    @Test
    void acquaintancesShareAConversationAndAreHere() {
        enter("ada", Map.of("lunch", List.of("ada", "bob", "cleo"), "dinner", List.of("ada", "dan")));
        enter("bob", Map.of("lunch", List.of("ada", "bob", "cleo")));
        enter("eve", Map.of("gossip", List.of("eve", "fay")));

        assertThat(rooms.acquaintancesOf("cleo")).containsExactlyInAnyOrder("ada", "bob");
        assertThat(rooms.acquaintancesOf("ada")).containsExactly("bob");
        assertThat(rooms.acquaintancesOf("dan")).containsExactly("ada");
        assertThat(rooms.acquaintancesOf("eve")).isEmpty();
        assertThat(rooms.acquaintancesOf("nobody")).isEmpty();
    }

    @Test
    void whoLeavesIsTakenOutAndTakesHisRoomsAlong() {
        enter("ada", Map.of("lunch", List.of("ada", "bob"), "dinner", List.of("ada", "dan")));
        enter("bob", Map.of("lunch", List.of("ada", "bob")));

        leave("ada");

        assertThat(rooms.acquaintancesOf("bob")).isEmpty();
        assertThat(rooms.acquaintancesOf("ada")).containsExactly("bob");
        assertThat(rooms.acquaintancesOf("dan")).isEmpty();
        assertThat(rooms.size()).isEqualTo(1);
        leave("bob");
        assertThat(rooms.size()).isZero();
    }

    @Test
    void whoIsStillHereIsNotTakenOut() {
        enter("ada", Map.of("lunch", List.of("ada", "bob")));

        rooms.leave("ada", () -> false);

        assertThat(rooms.acquaintancesOf("bob")).containsExactly("ada");
    }

    @Test
    void aRoomIsKeptOnceHoweverManyAreInIt() {
        var members =
                IntStream.range(0, 1000).mapToObj(number -> "user" + number).toList();
        members.forEach(member -> enter(member, Map.of("all", members)));

        assertThat(rooms.size()).isEqualTo(1);
        assertThat(rooms.acquaintancesOf("user7")).hasSize(999);
    }

    @Test
    void aNewConversationIsHeardOfByThoseWhoAreHere() {
        enter("ada", Map.of());

        rooms.met("lunch", Set.of("ada", "bob"));
        rooms.met("gossip", Set.of("eve", "fay"));

        assertThat(rooms.acquaintancesOf("bob")).containsExactly("ada");
        assertThat(rooms.size()).isEqualTo(1);
    }

    @Test
    void theMembersOfARoomAreTheirsAlone() {
        enter("ada", Map.of("lunch", List.of("cleo", "ada", "bob")));
        enter("eve", Map.of("gossip", List.of("eve", "fay")));

        assertThat(rooms.membersFor("lunch", "bob")).containsExactly("cleo", "ada", "bob");
        assertThat(rooms.membersFor("lunch", "eve")).isNull();
        assertThat(rooms.membersFor("dinner", "ada")).isNull();
        leave("ada");
        assertThat(rooms.membersFor("lunch", "ada")).isNull();
    }

    @Test
    void aConversationThatBeginsWhileTheOthersAreLookedUpIsNotLost() {
        rooms.begin("ada");
        rooms.met("lunch", Set.of("ada", "bob"));

        rooms.enter("ada", Set.of(), Map.of());

        assertThat(rooms.acquaintancesOf("bob")).containsExactly("ada");
    }

    @Test
    void aRoomThatIsForgottenWhileItIsEnteredIsToBeLookedUpAgain() {
        enter("bob", Map.of("lunch", List.of("ada", "bob")));
        rooms.begin("ada");
        assertThat(rooms.missing(Set.of("lunch"))).isEmpty();
        leave("bob");

        assertThat(rooms.enter("ada", Set.of("lunch"), Map.of())).isFalse();
    }
}
