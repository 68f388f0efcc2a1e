package dev.natter.chat.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An image in a message.
 *
 * @param id where to get it: {@code GET /api/v1/images/{id}}
 * @param contentType what the bytes really are
 * @param width in pixels
 * @param height in pixels
 * @param bytes its length
 */
@RegisterForReflection
@Schema(name = "Image")
public record ImageView(
        @Schema(required = true) String id,
        @Schema(required = true) String contentType,
        @Schema(required = true) int width,
        @Schema(required = true) int height,
        @Schema(required = true) long bytes) {}
