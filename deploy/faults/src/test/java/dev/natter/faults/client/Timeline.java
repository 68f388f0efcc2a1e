package dev.natter.faults.client;

import dev.natter.faults.check.LogEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The log of one conversation as a client has it. The same entry again, perhaps with a later text, changes nothing; another
 * one with its number is kept, too.
 */
final class Timeline {

    private final TreeMap<Long, List<LogEntry>> entries = new TreeMap<>();
    private long reached;

    /** Whether it is new here. */
    synchronized boolean put(LogEntry entry) {
        var there = entries.computeIfAbsent(entry.seq(), seq -> new ArrayList<>());
        if (there.stream().anyMatch(known -> known.key().equals(entry.key()))) {
            return false;
        }
        there.add(entry);
        stretch();
        return true;
    }

    /** Up to there everything was fetched. */
    synchronized void fetchedTo(long seq) {
        reached = Math.max(reached, seq);
        stretch();
    }

    private void stretch() {
        while (entries.containsKey(reached + 1)) {
            reached++;
        }
    }

    /** The number up to which nothing is missing. */
    synchronized long reached() {
        return reached;
    }

    synchronized boolean hasGap() {
        return !entries.isEmpty() && entries.lastKey() > reached;
    }

    synchronized List<LogEntry> shown() {
        return entries.values().stream().flatMap(List::stream).toList();
    }
}
