package dev.natter.chat.log;

import java.time.Instant;

/** An entry that has everything but its number. */
public interface PendingEntry {

    IdempotencyKey key();

    /** The entry with this number, appended at this time. */
    Entry at(long seq, Instant time);

    /** What makes two appends the same one; {@code clientMessageId} is chosen by the sender. */
    record IdempotencyKey(String conversationId, String senderId, String clientMessageId) {}
}
