package dev.natter.chat.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /conversations}. */
@RegisterForReflection
@Schema(name = "StartConversation")
record StartRequest(
        @Schema(
                required = true,
                description = "The other members. Duplicates and the caller are ignored.",
                examples = "[\"0198c5e2-7a4b-7c11-9d3e-5f6a7b8c9d0e\"]")
        @NotNull List<@NotNull String> memberIds,

        @Schema(
                nullable = true,
                description = "A title makes the conversation a group. 1 to 80 characters after trimming.",
                examples = "Lunch")
        @Nullable String title) {}
