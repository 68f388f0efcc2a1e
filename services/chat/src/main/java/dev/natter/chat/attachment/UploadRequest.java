package dev.natter.chat.attachment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /images}; checked by the use case. */
@Schema(name = "UploadImage", description = "The file to upload.")
@RegisterForReflection
record UploadRequest(
        @Schema(
                required = true,
                nullable = false,
                enumeration = {"image/jpeg", "image/png", "image/webp", "image/gif"},
                examples = "image/webp")
        @Nullable String contentType,

        @Schema(
                required = true,
                nullable = false,
                type = SchemaType.INTEGER,
                format = "int64",
                minimum = "1",
                maximum = "10485760",
                description = "The exact length in bytes.",
                examples = "183204")
        @Nullable Long bytes) {}
