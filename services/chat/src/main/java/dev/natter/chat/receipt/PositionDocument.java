package dev.natter.chat.receipt;

import dev.natter.chat.conversation.Positions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * How far one member of one conversation has come. A document of its own, so that a thousand readers of one message do
 * not queue up behind each other, or before its sender, at the conversation.
 */
@RegisterForReflection
public record PositionDocument(@BsonId String id, String conversationId, String userId, long delivered, long read) {

    /** There is one for each member of a conversation; ids hold no slash. */
    static String id(String conversationId, String userId) {
        return conversationId + "/" + userId;
    }

    Positions.Position toPosition() {
        return new Positions.Position(Math.max(delivered, read), read);
    }
}
