package dev.natter.chat.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A copy of a conversation's newest message inside the conversation, so that a list needs no second look. */
@RegisterForReflection
public record LastMessageDocument(
        String id,
        long seq,
        String senderId,
        String clientMessageId,
        @Nullable String text,
        @Nullable ImageView image,
        Instant sentAt) {

    static LastMessageDocument of(MessageView message) {
        return new LastMessageDocument(
                message.id(),
                message.seq(),
                message.senderId(),
                message.clientMessageId(),
                message.text(),
                message.image(),
                message.sentAt());
    }

    MessageView toView(String conversationId) {
        return new MessageView(id, conversationId, seq, senderId, clientMessageId, text, image, sentAt);
    }
}
