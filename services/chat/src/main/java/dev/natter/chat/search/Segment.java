package dev.natter.chat.search;

import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.log.LogRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The terms of {@value #SIZE} consecutive entries of a log, packed into one text. Searching it is reading it: an index of the
 * server would have an entry for each term of each message, and MongoDB's own text index knows neither beginnings of words nor
 * scripts without spaces.
 *
 * @param number segments of a log are numbered from 0
 * @param first the rank of its oldest message
 * @param last the rank of its newest message
 * @param text a line for each entry, of its terms, each after a NUL; the line of what is no message, or deleted, is empty
 */
record Segment(String conversationId, long number, String first, String last, String text) {

    /** With the longest texts that there may be, a segment stays below the 16 MiB of a document. */
    static final int SIZE = 128;

    private static final String TERM = "\0";
    private static final String LINE = "\n";

    /** Which segment holds the entry with this number. */
    static long numberOf(long seq) {
        return (seq - 1) / SIZE;
    }

    static LogRange range(String conversationId, long number) {
        return new LogRange(conversationId, number * SIZE, (number + 1) * SIZE);
    }

    /** The one with these messages, in their present state; empty when there is nothing to find. */
    static Segment of(String conversationId, long number, Collection<MessageView> messages) {
        var lines = new HashMap<Integer, String>();
        messages.forEach(message -> lines.put((int) ((message.seq() - 1) % SIZE), line(message)));
        var all = new ArrayList<String>();
        for (var line = 0; line < SIZE; line++) {
            all.add(lines.getOrDefault(line, ""));
        }
        var ranks = messages.stream()
                .map(Rank::of)
                .sorted(Comparator.naturalOrder())
                .toList();
        return new Segment(
                conversationId,
                number,
                ranks.isEmpty() ? "" : ranks.get(0),
                ranks.isEmpty() ? "" : ranks.get(ranks.size() - 1),
                all.stream().allMatch(String::isEmpty) ? "" : String.join(LINE, all));
    }

    private static String line(MessageView message) {
        var text = message.text();
        return text == null
                ? ""
                : SearchText.of(text).terms().stream().map(TERM::concat).collect(Collectors.joining());
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** The numbers of the messages that have terms with all these beginnings, ascending. */
    List<Long> find(List<String> prefixes) {
        var sought = prefixes.stream().map(TERM::concat).toList();
        var found = new ArrayList<Long>();
        var number = this.number * SIZE;
        var counted = -1;
        // The longest is the rarest, most likely.
        for (var at = text.indexOf(sought.get(0)); at >= 0; ) {
            for (var next = text.indexOf(LINE, counted + 1);
                    next >= 0 && next < at;
                    next = text.indexOf(LINE, next + 1)) {
                number++;
                counted = next;
            }
            var end = text.indexOf(LINE, at);
            var line = text.substring(counted + 1, end < 0 ? text.length() : end);
            if (sought.stream().allMatch(line::contains)) {
                found.add(number + 1);
            }
            at = end < 0 ? -1 : text.indexOf(sought.get(0), end);
        }
        return found;
    }
}
