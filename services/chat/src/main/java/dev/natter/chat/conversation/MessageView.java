package dev.natter.chat.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message as clients see it.
 *
 * @param text trimmed; null when the message is an image alone
 * @param sentAt by the clock of the replica that took it
 */
@RegisterForReflection
@Schema(name = "Message", description = "A message. Text, image, or both.")
public record MessageView(
        @Schema(required = true) String id,
        @Schema(required = true) String conversationId,
        @Schema(required = true, minimum = "1") long seq,
        @Schema(required = true) String senderId,
        @Schema(required = true, format = "uuid") String clientMessageId,
        @Schema(required = true, nullable = true) @Nullable String text,
        @Schema(required = true, nullable = true) @Nullable ImageView image,

        @Schema(required = true, implementation = String.class, format = "date-time")
        Instant sentAt) {

    /** Leaves the text out: what people write must not reach a log. */
    @Override
    public String toString() {
        return "MessageView[id=%s, conversationId=%s, seq=%d]".formatted(id, conversationId, seq);
    }

    /** An image in a message, to be got by {@code GET /api/v1/images/{id}}. */
    @RegisterForReflection
    @Schema(name = "Image")
    public record ImageView(
            @Schema(required = true) String id,
            @Schema(required = true) String contentType,
            @Schema(required = true) int width,
            @Schema(required = true) int height,
            @Schema(required = true) long bytes) {}
}
