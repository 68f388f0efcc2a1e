package dev.natter.chat.message;

import dev.natter.chat.http.QueryNumbers;
import dev.natter.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a conversation to read.
 *
 * @param from the bound: the highest number not wanted when {@code forward}, else the lowest
 * @param forward whether the page lies after the bound rather than before it
 */
record HistoryQuery(String conversationId, String userId, long from, boolean forward, int limit) {

    /** Refuses both bounds at once, and bounds that are no numbers, with 400. */
    static HistoryQuery of(
            String conversationId,
            String userId,
            @Nullable String before,
            @Nullable String after,
            @Nullable String limit) {
        if (before != null && after != null) {
            throw Refusal.malformed("before", "must not come together with after");
        }
        var size = QueryNumbers.limit(limit);
        if (after != null) {
            return new HistoryQuery(conversationId, userId, QueryNumbers.seq("after", after), true, size);
        }
        var from = before == null ? Long.MAX_VALUE : QueryNumbers.seq("before", before);
        return new HistoryQuery(conversationId, userId, from, false, size);
    }
}
