package dev.natter.faults.cluster;

import java.util.List;
import java.util.regex.Pattern;

/** Something that services count, as they tell it to Prometheus. */
public final class Metric {

    private final Pattern lines;

    /** @param name as Prometheus has it */
    public Metric(String name) {
        this(name, "");
    }

    /**
     * Those alone that have this label.
     *
     * @param label as Prometheus has it, with its value: {@code code="200"}
     */
    public Metric(String name, String label) {
        this.lines = Pattern.compile("(?m)^%s(?:\\{[^}]*%s[^}]*\\})%s ([0-9.E]+)$"
                .formatted(Pattern.quote(name), Pattern.quote(label), label.isEmpty() ? "?" : ""));
    }

    /** All of it, over these replicas. */
    public long sum(List<Replica> replicas) {
        return replicas.stream()
                .flatMap(replica -> lines.matcher(replica.text("/q/metrics")).results())
                .mapToLong(line -> (long) Double.parseDouble(line.group(1)))
                .sum();
    }
}
