package dev.natter.chat.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this replica knows of the logs in which it appended last. A hint that saves reads; the unique indexes decide. */
@ApplicationScoped
class LogCache {

    /** Members of all logs together, some 80 bytes each unless the list is shared with others who know it. */
    private static final int MAX_MEMBERS = 200_000;
    /** At least so many members are counted for each log: no more than 20,000 logs are kept. */
    private static final int MIN_WEIGHT = 10;

    private final Cache<String, LogState> states = Caffeine.newBuilder()
            .maximumWeight(MAX_MEMBERS)
            .weigher((String id, LogState state) ->
                    Math.max(MIN_WEIGHT, state.memberIds().size()))
            .executor(Runnable::run)
            .build();

    /**
     * @param lastSeq the entries up to here are stored; there may be more
     * @param loadedSeq {@code lastSeq} as it was read; what came since was published here, or delivered to here
     */
    record LogState(List<String> memberIds, long lastSeq, long loadedSeq) {}

    @Nullable LogState find(String conversationId) {
        return states.getIfPresent(conversationId);
    }

    void put(String conversationId, LogState state) {
        states.put(conversationId, state);
    }

    /** The entry with this number is stored, and with it all before it. */
    void raise(String conversationId, long seq) {
        states.asMap()
                .computeIfPresent(
                        conversationId,
                        (id, known) -> known.lastSeq() < seq
                                ? new LogState(known.memberIds(), seq, known.loadedSeq())
                                : known);
    }

    /** Whether this replica published the entry, or had it delivered. */
    boolean isPublished(Entry entry) {
        var known = find(entry.conversationId());
        return known != null && entry.seq() > known.loadedSeq() && entry.seq() <= known.lastSeq();
    }

    /** A number up to which the log goes; 0 when nothing is known of it. */
    long lastSeq(String conversationId) {
        var known = find(conversationId);
        return known == null ? 0 : known.lastSeq();
    }
}
