package dev.natter.chat.conversation;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The wish to start a conversation.
 *
 * @param starterId from the verified token
 * @param otherIds everybody else: each once, the starter not among them, in the order they were named
 * @param title null for none
 */
record StartCommand(
        String starterId, List<String> otherIds, @Nullable String title) {

    /** Tolerates people named twice, and the starter named too. */
    static StartCommand of(String starterId, Collection<String> memberIds, @Nullable String title) {
        var others = new LinkedHashSet<>(memberIds);
        others.remove(starterId);
        return new StartCommand(starterId, List.copyOf(others), title);
    }

    /** The same with its title, if it has one, as {@code rule} answers it. */
    StartCommand withTitle(UnaryOperator<String> rule) {
        return title == null ? this : new StartCommand(starterId, otherIds, rule.apply(title));
    }

    boolean isDirect() {
        return title == null && otherIds.size() == 1;
    }
}
