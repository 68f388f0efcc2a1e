package dev.natter.chat.conversation;

import dev.natter.chat.conversation.Conversation.Role;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a conversation shows of its log. */
public interface MessageQueries {

    /** What each log has above this position; logs that have nothing there are absent. */
    Uni<Map<String, Unread>> unread(String readerId, Map<String, Long> positions);

    /** Who sent the messages up to {@code seq}, the newest {@code most} of them. */
    Uni<Set<String>> authors(String conversationId, long seq, int most);

    /** Who sent the messages after the position of each conversation, the most recent speaker first, each once. */
    Uni<Map<String, List<String>>> speakers(Map<String, Long> after);

    /** The newest entry, and the newest message in its present state; null when there is none. */
    Uni<@Nullable LogHead> newest(String conversationId);

    /** The same messages, each with the present state of what it quotes. */
    Uni<List<MessageView>> quoting(List<MessageView> messages);

    /** The newest message that is not hidden from this member; null when there is none. */
    Uni<@Nullable MessageView> newestVisible(String conversationId, String readerId);

    /** A number up to which the log is known to go without asking the store; 0 when nothing is known. */
    long knownSeq(String conversationId);

    /** How many messages of others a log has above some position, and the number of its newest entry. */
    record Unread(long count, long lastSeq) {}

    /**
     * A log up to its newest entry, as its conversation shows it.
     *
     * @param activeAt when the newest entry was appended; null when it does not count as activity
     * @param message the newest message; null when that is to be looked up, because the newest entry is none, and when there
     *     is none
     */
    record LogHead(
            String conversationId,
            long seq,
            @Nullable Instant activeAt,
            @Nullable MessageView message) {

        /** The same with the newest message before that entry. */
        public LogHead with(MessageView newest) {
            return new LogHead(conversationId, seq, later(activeAt, newest.sentAt()), newest);
        }

        /** The newer one of both, active when the later one was. */
        LogHead newest(LogHead other) {
            var newer = other.seq > seq ? other : this;
            return new LogHead(conversationId, newer.seq, later(activeAt, other.activeAt), newer.message);
        }

        private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
            return one == null || (other != null && other.isAfter(one)) ? other : one;
        }
    }

    /** The changes of the group behind this number, in order. Some of them when there are many; {@code upTo} says how far. */
    Uni<GroupChanges> groupChanges(String conversationId, long after);

    /**
     * Changes of a group.
     *
     * @param upTo when there are no changes: the log has none up to here
     */
    record GroupChanges(List<GroupChange> changes, long upTo) {}

    /**
     * An entry that changes a group.
     *
     * @param roleOf who gets the role; null when it is about something else, as {@code role} and {@code title}
     */
    record GroupChange(
            long seq,
            List<String> added,
            List<String> removed,
            @Nullable String roleOf,
            @Nullable Role role,
            @Nullable String title) {

        public GroupChange {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }
    }
}
