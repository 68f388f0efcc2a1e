package dev.natter.chat.conversation;

import dev.natter.web.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * The place in a list of conversations after which the next page begins: the latest activity of the last one shown, and
 * its id where two have the same instant. Whatever moves meanwhile moves before it, so that the pages behind it show
 * nothing twice and leave nothing out that stood still.
 */
record Cursor(Instant updatedAt, String id) {

    private static final String SEPARATOR = "~";

    /** The cursor behind this conversation. */
    static Cursor behind(Conversation conversation) {
        return new Cursor(conversation.updatedAt(), conversation.id());
    }

    /** Reads what {@link #toString()} wrote; refuses anything else with 400. */
    static Cursor parse(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var parts = text.split(SEPARATOR, 2);
            if (parts.length == 2) {
                return new Cursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
            }
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            // Refused below, like one of another shape.
        }
        throw Refusal.malformed("after", "is not a cursor that this list gave out");
    }

    @Override
    public String toString() {
        var text = updatedAt.toEpochMilli() + SEPARATOR + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
