package dev.natter.chat.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this replica knows of the logs in which it appended last: the members, and a number up to which the log goes. A hint
 * that saves reads; the unique indexes decide. The logs used least recently are forgotten first.
 */
@ApplicationScoped
class LogCache {

    private static final int MAX_LOGS = 20_000;
    /** Members of all logs together, some 80 bytes each unless the list is shared with others who know it. */
    private static final int MAX_MEMBERS = 200_000;

    private final Map<String, LogState> states = new LinkedHashMap<>(16, 0.75f, true);
    private int members;

    /**
     * What is known of a log.
     *
     * @param lastSeq the entries up to here are stored; there may be more
     * @param loadedSeq {@code lastSeq} as it was read; what came since was published here, or delivered to here
     */
    record LogState(List<String> memberIds, long lastSeq, long loadedSeq) {}

    synchronized @Nullable LogState find(String conversationId) {
        return states.get(conversationId);
    }

    synchronized void put(String conversationId, LogState state) {
        var before = states.put(conversationId, state);
        members += state.memberIds().size()
                - (before == null ? 0 : before.memberIds().size());
        var eldest = states.values().iterator();
        while (states.size() > 1 && (states.size() > MAX_LOGS || members > MAX_MEMBERS)) {
            remove(eldest);
        }
    }

    private void remove(Iterator<LogState> eldest) {
        members -= eldest.next().memberIds().size();
        eldest.remove();
    }

    /** The entry with this number is stored, and with it all before it. */
    synchronized void raise(String conversationId, long seq) {
        states.computeIfPresent(
                conversationId,
                (id, known) -> known.lastSeq() < seq ? new LogState(known.memberIds(), seq, known.loadedSeq()) : known);
    }

    /** Whether this replica published the entry, or had it delivered. */
    synchronized boolean isPublished(Entry entry) {
        var known = states.get(entry.conversationId());
        return known != null && entry.seq() > known.loadedSeq() && entry.seq() <= known.lastSeq();
    }

    /** A number up to which the log goes; 0 when nothing is known of it. */
    synchronized long lastSeq(String conversationId) {
        var known = states.get(conversationId);
        return known == null ? 0 : known.lastSeq();
    }
}
