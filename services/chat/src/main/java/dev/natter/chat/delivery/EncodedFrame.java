package dev.natter.chat.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A frame as it goes to clients, encoded once and shared by all connections it goes to.
 *
 * @param text the JSON
 * @param conversationId in which it has a place, or null
 * @param seq its place; 0 when it has none
 * @param since when what it tells of came into being, in milliseconds since 1970; 0 when that is of no interest
 */
public record EncodedFrame(String text, @Nullable String conversationId, long seq, long since) {

    /** A frame whose way is not timed. */
    public EncodedFrame(String text, @Nullable String conversationId, long seq) {
        this(text, conversationId, seq, 0);
    }

    /** Leaves the text out: what people write must not reach a log. */
    @Override
    public String toString() {
        return "EncodedFrame[conversationId=%s, seq=%d]".formatted(conversationId, seq);
    }
}
