package dev.natter.user.account;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The requested name. */
@RegisterForReflection
record RenameRequest(
        @Schema(
                required = true,
                minLength = 1,
                maxLength = 50,
                description = "1 to 50 characters after trimming",
                examples = "Ada Lovelace")
        @Nullable String name) {}
