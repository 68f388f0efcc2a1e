package dev.natter.chat.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.natter.chat.conversation.Conversation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
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
     * The members are those that the log has up to {@code lastSeq}, exactly: an entry that is inserted behind that is theirs.
     *
     * @param changes of the group, up to {@code lastSeq}
     * @param knownSeq the entries up to here are stored; there may be more
     * @param loadedSeq {@code lastSeq} as it was read; what came since was published here, or delivered to here
     */
    record LogState(
            List<String> memberIds,
            Map<String, Long> joined,
            long changes,
            long lastSeq,
            long knownSeq,
            long loadedSeq) {

        static final LogState UNKNOWN = new LogState(List.of(), Map.of(), 0, 0, 0, 0);

        static LogState of(Conversation conversation, long lastSeq) {
            var joined = conversation.joined();
            return new LogState(
                    conversation.memberIds(),
                    joined == null ? Map.of() : joined,
                    conversation.changes(),
                    lastSeq,
                    lastSeq,
                    lastSeq);
        }

        /** Those of the members who see an entry with this number. */
        List<String> membersAt(long seq) {
            return joined.isEmpty()
                    ? memberIds
                    : memberIds.stream()
                            .filter(userId -> joined.getOrDefault(userId, 0L) <= seq)
                            .toList();
        }

        /** The same when the log goes on to here without a change of the group. */
        LogState upTo(long seq) {
            return seq <= lastSeq
                    ? this
                    : new LogState(memberIds, joined, changes, seq, Math.max(seq, knownSeq), loadedSeq);
        }

        private LogState known(long seq) {
            return seq <= knownSeq ? this : new LogState(memberIds, joined, changes, lastSeq, seq, loadedSeq);
        }
    }

    @Nullable LogState find(String conversationId) {
        return states.getIfPresent(conversationId);
    }

    void put(String conversationId, LogState state) {
        states.put(conversationId, state);
    }

    void drop(String conversationId) {
        states.invalidate(conversationId);
    }

    /** The entry with this number is stored, and no change of the group between this and the last one. */
    void raise(String conversationId, long seq) {
        states.asMap().computeIfPresent(conversationId, (id, known) -> known.upTo(seq));
    }

    /**
     * Another replica has stored the entry with this number. What it did to the group before that is not known here unless
     * all entries came; else the log is read before the next append.
     */
    void delivered(String conversationId, long seq, boolean changesGroup) {
        states.asMap()
                .computeIfPresent(
                        conversationId,
                        (id, known) ->
                                seq == known.lastSeq() + 1 && !changesGroup ? known.upTo(seq) : known.known(seq));
    }

    /** Whether this replica published the entry, or had it delivered. */
    boolean isPublished(Entry entry) {
        var known = find(entry.conversationId());
        return known != null && entry.seq() > known.loadedSeq() && entry.seq() <= known.knownSeq();
    }

    /** A number up to which the log goes; 0 when nothing is known of it. */
    long knownSeq(String conversationId) {
        var known = find(conversationId);
        return known == null ? 0 : known.knownSeq();
    }
}
