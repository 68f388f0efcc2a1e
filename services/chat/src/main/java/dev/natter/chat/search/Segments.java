package dev.natter.chat.search;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The index, and how far it has come in each log. */
interface Segments {

    /**
     * The messages of a segment that a query may find.
     *
     * @param last the rank of the newest message in the segment
     * @param seqs of those with terms that begin as the query asks
     */
    record Candidates(String conversationId, String last, List<Long> seqs) {
        public Candidates {
            seqs = List.copyOf(seqs);
        }
    }

    /** Up to which number each of these logs is indexed; absent where nothing is. */
    Uni<Map<String, Long>> indexed(Collection<String> conversationIds);

    /** Replaces these segments; removes empty ones. */
    Uni<Void> put(Collection<Segment> segments);

    /** These logs are indexed up to these numbers, or further. */
    Uni<Void> advance(Map<String, Long> indexed);

    /**
     * What has terms with all these beginnings in the newest segments of these logs whose last message comes before {@code
     * bound} and whose first one before {@code before}: one item for each segment that was read, the newest first.
     */
    Uni<List<Candidates>> newest(
            Collection<String> conversationIds, List<String> prefixes, String bound, String before, int limit);
}
