package dev.natter.chat.message;

import dev.natter.chat.conversation.Conversation;
import dev.natter.chat.conversation.Conversation.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Mentions of members in the text of a group message, written as {@code @[userId]}. */
final class Mentions {

    private static final Pattern MENTION = Pattern.compile("@\\[([A-Za-z0-9_-]{1,64})]");

    private Mentions() {}

    /** Whether the text may mention anyone; only then its conversation has to be known. */
    static boolean mayBeIn(@Nullable String text) {
        return text != null && text.contains("@[");
    }

    /** The members whom the text mentions, each once, in order. In a direct conversation it mentions no one. */
    static List<String> in(@Nullable String text, Conversation conversation) {
        if (text == null || conversation.kind() != Kind.GROUP || !mayBeIn(text)) {
            return List.of();
        }
        var members = new HashSet<>(conversation.memberIds());
        return MENTION.matcher(text)
                .results()
                .map((MatchResult mention) -> mention.group(1))
                .filter(members::contains)
                .distinct()
                .toList();
    }
}
