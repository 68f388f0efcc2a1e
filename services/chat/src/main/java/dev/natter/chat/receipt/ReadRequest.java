package dev.natter.chat.receipt;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code PUT /conversations/{id}/read}. */
@RegisterForReflection
@Schema(name = "MarkRead")
record ReadRequest(
        @Schema(
                required = true,
                nullable = false,
                minimum = "0",
                description =
                        "The last message read. Past the newest means the newest; before the position means nothing.",
                examples = "17")
        @NotNull @PositiveOrZero Long seq) {}
