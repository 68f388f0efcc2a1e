package dev.natter.chat.message;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /conversations/{id}/messages}; checked by the use case, like a frame. */
@RegisterForReflection
@Schema(name = "SendMessage", description = "Text, image, or both.")
record SendRequest(
        @Schema(
                required = true,
                nullable = false,
                format = "uuid",
                description =
                        "Chosen by the client. The same id again in this conversation is the same message. Case is ignored; responses have it in lower case.",
                examples = "0b0f6ec4-6d5c-4c0e-9b8a-3f1e2d4c5b6a")
        @Nullable String clientMessageId,

        @Schema(nullable = true, description = "1 to 4,000 characters after trimming.", examples = "Soup?") @Nullable String text,

        @Schema(nullable = true, description = "An uploaded image of the sender; see `POST /api/v1/images`.") @Nullable String imageId) {

    SendMessageCommand toCommand(String conversationId, String senderId) {
        return new SendMessageCommand(conversationId, senderId, clientMessageId, text, imageId, null);
    }

    /** Leaves the text out: what people write must not reach a log. */
    @Override
    public String toString() {
        return "SendRequest[clientMessageId=%s]".formatted(clientMessageId);
    }
}
