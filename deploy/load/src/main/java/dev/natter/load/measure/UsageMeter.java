package dev.natter.load.measure;

import java.util.Map;

/** What processes have used since a moment. */
public final class UsageMeter {

    private final Processes processes;
    private final Map<String, ProcessUsage> before;
    private final long start;

    UsageMeter(Processes processes, Map<String, ProcessUsage> before, long start) {
        this.processes = processes;
        this.before = before;
        this.start = start;
    }

    /** Ends the count. */
    public ResourceUsage end() {
        return new ResourceUsage(before, processes.read(), (System.nanoTime() - start) / 1e9);
    }
}
