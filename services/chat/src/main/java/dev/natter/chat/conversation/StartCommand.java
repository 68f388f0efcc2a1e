package dev.natter.chat.conversation;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wish to start a conversation.
 *
 * @param starterId from the verified token
 * @param otherIds everybody else: each once, the starter not among them, in the order they were named
 * @param title trimmed; null for none
 */
record StartCommand(
        String starterId, List<String> otherIds, @Nullable String title) {

    /** Tolerates people named twice, and the starter named too. */
    static StartCommand of(String starterId, Collection<String> memberIds, @Nullable String title) {
        var others = new LinkedHashSet<>(memberIds);
        others.remove(starterId);
        return new StartCommand(starterId, List.copyOf(others), title == null ? null : title.strip());
    }

    boolean isDirect() {
        return title == null && otherIds.size() == 1;
    }
}
