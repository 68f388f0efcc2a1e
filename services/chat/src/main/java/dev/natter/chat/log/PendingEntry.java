package dev.natter.chat.log;

import dev.natter.chat.conversation.ConversationAccess;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry that has everything but its number. */
public interface PendingEntry {

    IdempotencyKey key();

    /** The entry with this number, appended at this time. */
    Entry at(long seq, Instant time);

    /**
     * Why it may not be appended to a log whose group has these members after so many changes; null when it may. Asked in the
     * moment of each attempt.
     */
    default @Nullable RuntimeException refusal(List<String> memberIds, long changes) {
        return memberIds.contains(key().senderId()) ? null : ConversationAccess.unknown();
    }

    /** Whether the group is another one behind it. */
    default boolean changesGroup() {
        return false;
    }

    /** What makes two appends the same one; {@code clientMessageId} is chosen by the sender. */
    record IdempotencyKey(String conversationId, String senderId, String clientMessageId) {}
}
