package dev.natter.chat.message;

import dev.natter.web.Page;
import dev.natter.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a conversation to read.
 *
 * @param from the bound: the highest number not wanted when {@code forward}, else the lowest
 * @param forward whether the page lies after the bound rather than before it
 */
record HistoryQuery(String conversationId, String userId, long from, boolean forward, int limit) {

    /** Refuses both bounds at once, and bounds below zero, with 400. */
    static HistoryQuery of(
            String conversationId,
            String userId,
            @Nullable Long before,
            @Nullable Long after,
            @Nullable Integer limit) {
        if (before != null && after != null) {
            throw Refusal.malformed("before", "must not come together with after");
        }
        if (before != null && before < 0) {
            throw Refusal.malformed("before", "must not be negative");
        }
        if (after != null && after < 0) {
            throw Refusal.malformed("after", "must not be negative");
        }
        var size = Page.limit(limit);
        return after != null
                ? new HistoryQuery(conversationId, userId, after, true, size)
                : new HistoryQuery(conversationId, userId, before == null ? Long.MAX_VALUE : before, false, size);
    }
}
