package dev.natter.chat.conversation;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The logs of conversations, as far as a conversation must know of them to be shown. */
public interface Timeline {

    /** What each log has above this position; logs that have nothing there are absent. */
    Uni<Map<String, Unread>> unread(String readerId, Map<String, Long> positions);

    /** Who sent the messages up to {@code seq}, the newest {@code most} of them. */
    Uni<Set<String>> authors(String conversationId, long seq, int most);

    /** Who sent the messages after the position of each conversation, the most recent speaker first, each once. */
    Uni<Map<String, List<String>>> speakers(Map<String, Long> after);

    /** The newest entry; null when there is none. */
    Uni<@Nullable LogHead> newest(String conversationId);

    /** A number up to which the log is known to go without asking the store; 0 when nothing is known. */
    long knownSeq(String conversationId);

    /** How many messages of others a log has above some position, and the number of its newest entry. */
    record Unread(long count, long lastSeq) {}

    /** The newest entry of a log, as its conversation shows it; null for the message when the entry is none. */
    record LogHead(
            String conversationId,
            long seq,
            Instant at,
            @Nullable MessageView message) {}
}
