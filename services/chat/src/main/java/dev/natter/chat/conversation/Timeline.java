package dev.natter.chat.conversation;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The messages of conversations, as far as a conversation must know of them to be shown. */
public interface Timeline {

    /**
     * How many messages others than the reader sent after the given positions: counted, not subtracted.
     *
     * @param readSeqs position by conversation; the answer has every one of these
     */
    Uni<Map<String, Long>> unread(String readerId, Map<String, Long> readSeqs);

    /** Who sent the messages up to {@code seq}, the newest {@code most} of them. */
    Uni<Set<String>> authors(String conversationId, long seq, int most);

    /**
     * Who sent the messages after the given positions, the most recent speaker first, each once.
     *
     * @param after position by conversation
     */
    Uni<Map<String, List<String>>> speakers(Map<String, Long> after);

    /** The newest stored message; null when there is none. */
    Uni<@Nullable MessageView> newest(String conversationId);
}
