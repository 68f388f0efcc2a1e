package dev.natter.chat.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;

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
public record ImageView(String id, String contentType, int width, int height, long bytes) {}
