package dev.natter.faults.cluster;

import java.util.List;
import java.util.regex.Pattern;

/** Something that services count, as they tell it to Prometheus. */
public final class Metric {

    private final Pattern lines;

    /** @param name as Prometheus has it */
    public Metric(String name) {
        this.lines = Pattern.compile("(?m)^" + Pattern.quote(name) + "(?:\\{[^}]*\\})? ([0-9.E]+)$");
    }

    /** All of it, over these replicas. */
    public long sum(List<Replica> replicas) {
        return replicas.stream()
                .flatMap(replica -> lines.matcher(replica.text("/q/metrics")).results())
                .mapToLong(line -> (long) Double.parseDouble(line.group(1)))
                .sum();
    }
}
