package dev.natter.chat.search;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The index, and how far it has come in each log. */
interface Segments {

    /** Up to which number each of these logs is indexed; absent where nothing is. */
    Uni<Map<String, Long>> indexed(Collection<String> conversationIds);

    /** Replaces these segments; removes those without keys. */
    Uni<Void> put(Collection<Segment> segments);

    /** These logs are indexed up to these numbers, or further. */
    Uni<Void> advance(Map<String, Long> indexed);

    /**
     * Segments of these logs that may hold messages with all keys, the newest of those whose last message comes before {@code
     * bound} and whose first one before {@code before}; without keys.
     */
    Uni<List<Segment>> newest(
            Collection<String> conversationIds, List<String> keys, String bound, String before, int limit);
}
