package dev.natter.chat.conversation;

import dev.natter.web.Cursors;
import java.time.Instant;

/**
 * The place in a list of conversations behind which the next page begins: the latest activity of the last one shown, and its
 * id where two have the same instant. A conversation that changes moves before it, so that the pages behind it repeat none
 * and omit none that stays unchanged.
 */
record ConversationCursor(Instant updatedAt, String id) {

    static ConversationCursor behind(Conversation conversation) {
        return new ConversationCursor(conversation.updatedAt(), conversation.id());
    }

    /** Reads what {@link #encoded} wrote; fails with 400 for anything else. */
    static ConversationCursor parse(String cursor) {
        var parts = Cursors.decode("after", cursor, 2);
        return new ConversationCursor(Cursors.instant("after", parts.get(0)), parts.get(1));
    }

    String encoded() {
        return Cursors.encode(String.valueOf(updatedAt.toEpochMilli()), id);
    }
}
