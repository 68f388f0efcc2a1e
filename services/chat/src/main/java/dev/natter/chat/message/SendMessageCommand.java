package dev.natter.chat.message;

import org.jspecify.annotations.Nullable;

/**
 * The wish to send a message; nothing in it is checked yet.
 *
 * @param senderId from the verified token
 * @param clientMessageId names the message for its sender, so that a repetition is known as one; should be a UUID
 * @param originConnectionId the connection it came on, which gets an answer of its own; null when it came by REST
 */
public record SendMessageCommand(
        String conversationId,
        String senderId,
        @Nullable String clientMessageId,
        @Nullable String text,
        @Nullable String imageId,
        @Nullable String originConnectionId) {

    /** Leaves the text out: what people write must not reach a log. */
    @Override
    public String toString() {
        return "SendMessageCommand[conversationId=%s, senderId=%s, clientMessageId=%s]"
                .formatted(conversationId, senderId, clientMessageId);
    }
}
