package dev.natter.chat.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A frame as it goes to clients, encoded once and shared by all connections it goes to.
 *
 * @param text the JSON
 * @param conversationId in which it has a place, or null
 * @param seq its place; 0 when it has none
 */
public record EncodedFrame(String text, @Nullable String conversationId, long seq) {

    /** Leaves the text out: what people write must not reach a log. */
    @Override
    public String toString() {
        return "EncodedFrame[conversationId=%s, seq=%d]".formatted(conversationId, seq);
    }
}
