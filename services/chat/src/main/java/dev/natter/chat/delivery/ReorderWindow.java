package dev.natter.chat.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The frames of one conversation that wait for their predecessors. Not thread-safe; {@link ReorderBuffer} guards it. */
final class ReorderWindow {

    private final TreeMap<Long, List<Runnable>> held = new TreeMap<>();
    private long last;

    ReorderWindow(long first) {
        this.last = first - 1;
    }

    boolean isNext(long seq) {
        return seq <= last + 1;
    }

    /** How many sequence numbers are waiting. */
    int holding() {
        return held.size();
    }

    void hold(long seq, Runnable delivery) {
        held.computeIfAbsent(seq, place -> new ArrayList<>(1)).add(delivery);
    }

    /** Everything up to this number is delivered or given up; delivers what follows without a gap. */
    void passed(long seq) {
        last = Math.max(last, seq);
        deliverThrough(last + 1);
    }

    /** Waits no longer for what is missing before this number: delivers all that waits up to it, in order. */
    void giveUp(long seq) {
        deliverThrough(seq);
        passed(last);
    }

    private void deliverThrough(long seq) {
        var through = seq;
        while (!held.isEmpty() && held.firstKey() <= through) {
            var first = held.pollFirstEntry();
            last = Math.max(last, first.getKey());
            through = Math.max(through, last + 1);
            first.getValue().forEach(Runnable::run);
        }
    }
}
