package dev.natter.chat.search;

import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.log.LogRange;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * {@value #SIZE} consecutive entries of a log in the index.
 *
 * @param number segments of a log are numbered from 0
 * @param first the rank of its oldest message
 * @param last the rank of its newest message
 * @param keys the beginnings of all words of its messages; empty when it was read from the store
 */
record Segment(String conversationId, long number, String first, String last, Set<String> keys) {

    static final int SIZE = 64;

    /** A segment with this key is looked at by every search. */
    static final String ANY = "*";

    /** With more beginnings, which are those of very long texts, it has {@link #ANY} alone. */
    private static final int MAX_KEYS = 20_000;

    Segment {
        keys = Set.copyOf(keys);
    }

    /** Which segment holds the entry with this number. */
    static long numberOf(long seq) {
        return (seq - 1) / SIZE;
    }

    static LogRange range(String conversationId, long number) {
        return new LogRange(conversationId, number * SIZE, (number + 1) * SIZE);
    }

    /** The one with these messages, in their present state; without keys when there is nothing to find. */
    static Segment of(String conversationId, long number, List<MessageView> messages) {
        var keys = new HashSet<String>();
        messages.stream()
                .map(MessageView::text)
                .filter(Objects::nonNull)
                .takeWhile(text -> keys.size() <= MAX_KEYS)
                .forEach(text -> keys.addAll(SearchText.of(text).keys()));
        var ranks = messages.stream()
                .map(Rank::of)
                .sorted(Comparator.naturalOrder())
                .toList();
        return new Segment(
                conversationId,
                number,
                ranks.isEmpty() ? "" : ranks.get(0),
                ranks.isEmpty() ? "" : ranks.get(ranks.size() - 1),
                keys.size() > MAX_KEYS ? Set.of(ANY) : keys);
    }

    LogRange range() {
        return range(conversationId, number);
    }
}
