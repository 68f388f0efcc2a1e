package dev.natter.load.floor;

import dev.natter.load.measure.Latencies;
import dev.natter.load.measure.ResourceUsage;
import dev.natter.load.report.Column;
import dev.natter.load.report.Table;
import java.util.List;
import java.util.Optional;

/** As much of one thing as can be done in a time, and what it costs. */
final class Throughput {

    private Throughput() {}

    static Table table(String id, String title) {
        return new Table(
                id,
                title,
                List.of(
                        new Column("done", "/s"),
                        new Column("p50", "ms"),
                        new Column("p99", "ms"),
                        new Column("servers CPU", "ms/1000"),
                        new Column("generator CPU", "ms/1000"),
                        new Column("lost", "")),
                Optional.empty());
    }

    static void add(Table table, String label, Latencies latencies, long lost, ResourceUsage spent) {
        var thousands = Math.max(1, latencies.count()) / 1000.0;
        table.add(
                label,
                spent,
                latencies.count() / spent.seconds(),
                latencies.percentile(50),
                latencies.percentile(99),
                spent.cpuMillis("servers") / thousands,
                spent.cpuMillis("generator") / thousands,
                (double) lost);
    }
}
