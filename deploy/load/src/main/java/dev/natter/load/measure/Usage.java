package dev.natter.load.measure;

import java.util.Map;

/** What processes have used since a moment. */
public final class Usage {

    private final Processes processes;
    private final Map<String, Reading> before;
    private final long start;

    Usage(Processes processes, Map<String, Reading> before, long start) {
        this.processes = processes;
        this.before = before;
        this.start = start;
    }

    /** Ends the count. */
    public Spent end() {
        return new Spent(before, processes.read(), (System.nanoTime() - start) / 1e9);
    }
}
