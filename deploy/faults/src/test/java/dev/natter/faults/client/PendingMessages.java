package dev.natter.faults.client;

import dev.natter.faults.check.LogEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The unacknowledged messages of one client in one conversation, in the order of sending. */
final class PendingMessages {

    /** As many go out one behind the other, unanswered. */
    private static final int WINDOW = 4;

    private final Map<String, SentMessage> waiting = new LinkedHashMap<>();
    private final Map<String, Instant> out = new LinkedHashMap<>();

    synchronized void add(SentMessage writing) {
        waiting.put(writing.clientMessageId(), writing);
    }

    /** What may go out now; it counts as out from now on. */
    synchronized List<SentMessage> next(Instant now) {
        var next = new ArrayList<SentMessage>();
        for (var writing : waiting.values()) {
            if (out.size() >= WINDOW) {
                break;
            }
            if (out.putIfAbsent(writing.clientMessageId(), now) == null) {
                next.add(writing);
            }
        }
        return next;
    }

    /** The connection is gone: all of it has to go out again. */
    synchronized void callBack() {
        out.clear();
    }

    /** What has been out since before that moment; it may go out again, another way. */
    synchronized List<SentMessage> overdue(Instant before) {
        return out.entrySet().stream()
                .filter(each -> each.getValue().isBefore(before))
                .map(each -> waiting.get(each.getKey()))
                .toList();
    }

    synchronized void acknowledged(String clientMessageId, LogEntry message, Instant now) {
        out.remove(clientMessageId);
        var writing = waiting.remove(clientMessageId);
        if (writing != null) {
            writing.acknowledge(message, now);
        }
    }

    /** Not now: it will have to be repeated, and has lost its place. */
    synchronized void refused(String clientMessageId) {
        var writing = waiting.get(clientMessageId);
        if (writing != null) {
            writing.refuse();
            out.remove(clientMessageId);
        }
    }

    synchronized int size() {
        return waiting.size();
    }
}
