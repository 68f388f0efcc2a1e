package dev.natter.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.conversation.MessageView;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentAuthorsTest {

    private final RecentAuthors recent = new RecentAuthors(2);

    @Test
    void knowsWhatOthersWroteBefore() {
        recent.stored(message("lunch", "bob", 4));
        recent.stored(message("lunch", "alice", 5));

        assertThat(recent.hasOthers(message("lunch", "alice", 5), 3)).isTrue();
        assertThat(recent.hasOthers(message("lunch", "alice", 5), 4)).isFalse();
        assertThat(recent.hasOthers(message("lunch", "alice", 4), 0)).isFalse();
    }

    @Test
    void onesOwnAreNotOfOthers() {
        recent.stored(message("lunch", "alice", 1));
        recent.stored(message("lunch", "alice", 2));

        assertThat(recent.hasOthers(message("lunch", "alice", 2), 0)).isFalse();
    }

    @Test
    void remembersOfThreeWhatItCanBeSureOf() {
        recent.stored(message("lunch", "bob", 1));
        recent.stored(message("lunch", "carol", 2));
        recent.stored(message("lunch", "alice", 3));
        recent.stored(message("lunch", "alice", 4));

        assertThat(recent.hasOthers(message("lunch", "alice", 4), 1)).isTrue();
        assertThat(recent.hasOthers(message("lunch", "alice", 4), 2)).isFalse();
    }

    @Test
    void forgetsWhatWasQuietLongest() {
        recent.stored(message("lunch", "bob", 1));
        recent.stored(message("dinner", "bob", 1));
        recent.stored(message("supper", "bob", 1));

        assertThat(recent.hasOthers(message("lunch", "alice", 2), 0)).isFalse();
        assertThat(recent.hasOthers(message("supper", "alice", 2), 0)).isTrue();
    }

    private static MessageView message(String conversationId, String senderId, long seq) {
        return new MessageView(
                conversationId + seq, conversationId, seq, senderId, "c" + seq, "text", null, Instant.EPOCH);
    }
}
