package dev.natter.faults.client;

import dev.natter.faults.check.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** One conversation on somebody's screen. The same message again changes nothing; another one with its number is shown, too. */
final class Timeline {

    private final TreeMap<Long, List<Message>> messages = new TreeMap<>();
    private long reached;

    /** Whether it is new here. */
    synchronized boolean put(Message message) {
        var there = messages.computeIfAbsent(message.seq(), seq -> new ArrayList<>());
        if (there.contains(message)) {
            return false;
        }
        there.add(message);
        stretch();
        return true;
    }

    /** Up to there everything was fetched. */
    synchronized void fetchedTo(long seq) {
        reached = Math.max(reached, seq);
        stretch();
    }

    private void stretch() {
        while (messages.containsKey(reached + 1)) {
            reached++;
        }
    }

    /** The number up to which nothing is missing. */
    synchronized long reached() {
        return reached;
    }

    synchronized boolean hasGap() {
        return !messages.isEmpty() && messages.lastKey() > reached;
    }

    synchronized List<Message> shown() {
        return messages.values().stream().flatMap(List::stream).toList();
    }
}
