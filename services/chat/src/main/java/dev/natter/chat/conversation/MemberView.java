package dev.natter.chat.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A member of a conversation, as the other members see it. */
@RegisterForReflection
@Schema(name = "Member")
public record MemberView(
        @Schema(required = true) String userId,
        @Schema(required = true) String name,

        @Schema(
                required = true,
                description = "A group has one owner. Both members of a direct conversation are members.")
        Role role,

        @Schema(required = true, description = "The member sees entries after this seq; 0 for members from the start.")
        long joinedSeq,

        @Schema(required = true) boolean online,

        @Schema(required = true, implementation = String.class, format = "date-time", nullable = true) @Nullable Instant lastSeenAt,

        @Schema(required = true, description = "Messages up to this seq have reached one of the member's devices.")
        long deliveredSeq,

        @Schema(required = true, description = "The member has read up to this seq.")
        long readSeq) {}
