package dev.natter.chat.log;

import dev.natter.chat.conversation.MessageView;
import java.time.Instant;
import java.util.UUID;

/** A text that waits to be appended. */
record TextEntry(String id, IdempotencyKey key, String text) implements PendingEntry {

    static TextEntry of(String conversationId, String sender, String text) {
        return new TextEntry(
                UUID.randomUUID().toString(),
                new IdempotencyKey(conversationId, sender, UUID.randomUUID().toString()),
                text);
    }

    @Override
    public Entry at(long seq, Instant time) {
        return new Entry.MessageSent(new MessageView(
                id, key.conversationId(), seq, key.senderId(), key.clientMessageId(), text, null, time));
    }
}
