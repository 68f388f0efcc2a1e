package dev.natter.chat.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A conversation as one of its members sees it, in answers and in frames alike. */
@RegisterForReflection
@Schema(name = "Conversation", description = "A conversation as one of its members sees it.")
public record ConversationView(
        @Schema(required = true) String id,
        @Schema(required = true) Kind kind,

        @Schema(required = true, nullable = true, description = "Null when it was started without one.") @Nullable String title,

        @Schema(required = true, description = "Everybody in it, the caller too; the one who started it comes first.")
        List<MemberView> members,

        @Schema(required = true, description = "The seq of the newest message; 0 while there is none.")
        long lastSeq,

        @Schema(required = true, nullable = true) @Nullable MessageView lastMessage,

        @Schema(required = true, description = "How many messages others sent after the caller's readSeq.")
        long unread,

        @Schema(
                required = true,
                implementation = String.class,
                format = "date-time",
                description = "The latest activity; lists are sorted by it.")
        Instant updatedAt) {
    public ConversationView {
        members = List.copyOf(members);
    }
}
