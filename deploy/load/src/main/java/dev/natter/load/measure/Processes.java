package dev.natter.load.measure;

import java.util.LinkedHashMap;
import java.util.Map;

/** The measured processes, by name; replicas of a service have a number appended. */
public final class Processes {

    private final Map<String, Long> pids;

    /** @param pids the processes on this machine; may be empty */
    public Processes(Map<String, Long> pids) {
        this.pids = new LinkedHashMap<>(pids);
        this.pids.put("generator", ProcessHandle.current().pid());
    }

    /** What each of them has used and holds now. */
    public Map<String, ProcessUsage> read() {
        var readings = new LinkedHashMap<String, ProcessUsage>();
        pids.forEach((name, pid) -> readings.put(name, Proc.read(pid)));
        return readings;
    }

    /** Begins to count. */
    public UsageMeter begin() {
        return new UsageMeter(this, read(), System.nanoTime());
    }
}
