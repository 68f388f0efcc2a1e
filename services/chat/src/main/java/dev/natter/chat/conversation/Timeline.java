package dev.natter.chat.conversation;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The logs of conversations, as far as a conversation must know of them to be shown. */
public interface Timeline {

    /**
     * What lies in each log above a position: counted, not subtracted. Logs that have nothing there are left out.
     *
     * @param positions number by conversation
     */
    Uni<Map<String, Unread>> unread(String readerId, Map<String, Long> positions);

    /** Who sent the messages up to {@code seq}, the newest {@code most} of them. */
    Uni<Set<String>> authors(String conversationId, long seq, int most);

    /**
     * Who sent the messages after the given positions, the most recent speaker first, each once.
     *
     * @param after position by conversation
     */
    Uni<Map<String, List<String>>> speakers(Map<String, Long> after);

    /** The newest entry; null when there is none. */
    Uni<@Nullable LogHead> newest(String conversationId);

    /** A number up to which the log is known to go without asking the store; 0 when nothing is known. */
    long knownSeq(String conversationId);

    /**
     * What a log has above some position.
     *
     * @param count the messages of others than the reader
     * @param lastSeq the number of the newest entry
     */
    record Unread(long count, long lastSeq) {}
}
