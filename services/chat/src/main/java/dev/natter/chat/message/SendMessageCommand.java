package dev.natter.chat.message;

import org.jspecify.annotations.Nullable;

/**
 * A message to send; nothing in it is checked yet.
 *
 * @param replyTo the id of the message that it quotes
 * @param originConnectionId the connection it came on, which gets an answer of its own; null when it came over REST
 */
public record SendMessageCommand(
        String conversationId,
        String senderId,
        @Nullable String clientMessageId,
        @Nullable String text,
        @Nullable String imageId,
        @Nullable String fileId,
        @Nullable String voiceId,
        @Nullable String replyTo,
        @Nullable String originConnectionId) {

    /** One that quotes no other, and has at most an image. */
    public SendMessageCommand(
            String conversationId,
            String senderId,
            @Nullable String clientMessageId,
            @Nullable String text,
            @Nullable String imageId,
            @Nullable String originConnectionId) {
        this(conversationId, senderId, clientMessageId, text, imageId, null, null, null, originConnectionId);
    }

    /** Leaves the text out: what people write must not reach a log. */
    @Override
    public String toString() {
        return "SendMessageCommand[conversationId=%s, senderId=%s, clientMessageId=%s]"
                .formatted(conversationId, senderId, clientMessageId);
    }
}
