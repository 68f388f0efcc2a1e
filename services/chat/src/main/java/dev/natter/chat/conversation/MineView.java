package dev.natter.chat.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The caller's own settings of a conversation; other members do not see them. */
@RegisterForReflection
@Schema(name = "Mine", description = "The caller's own settings of the conversation. Other members do not see them.")
public record MineView(
        @Schema(required = true, implementation = String.class, format = "date-time", nullable = true) @Nullable Instant mutedUntil,

        @Schema(required = true) boolean pinned,
        @Schema(required = true) boolean archived,
        @Schema(required = true) boolean markedUnread) {

    static final MineView DEFAULT = new MineView(null, false, false, false);
}
