package dev.natter.chat.message;

import dev.natter.chat.conversation.ImageView;
import dev.natter.chat.conversation.MessageView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A message in the database, or the filler of a number that was given up.
 *
 * @param senderId empty for a filler, which nobody sent
 * @param clientMessageId of a filler: its number, so that the unique index tells fillers apart
 */
@RegisterForReflection
public record MessageDocument(
        @BsonId String id,
        String conversationId,
        long seq,
        String senderId,
        String clientMessageId,
        @Nullable String text,
        @Nullable ImageView image,
        Instant sentAt) {

    /** The sender of fillers. */
    static final String NOBODY = "";

    static MessageDocument of(MessageView message) {
        return new MessageDocument(
                message.id(),
                message.conversationId(),
                message.seq(),
                message.senderId(),
                message.clientMessageId(),
                message.text(),
                message.image(),
                message.sentAt());
    }

    static MessageDocument filler(String id, String conversationId, long seq, Instant at) {
        return new MessageDocument(id, conversationId, seq, NOBODY, Long.toString(seq), null, null, at);
    }

    MessageView toView() {
        return new MessageView(id, conversationId, seq, senderId, clientMessageId, text, image, sentAt);
    }

    /** Leaves the text out: what people write must not reach a log. */
    @Override
    public String toString() {
        return "MessageDocument[id=%s, conversationId=%s, seq=%d]".formatted(id, conversationId, seq);
    }
}
