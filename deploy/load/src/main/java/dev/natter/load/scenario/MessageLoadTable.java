package dev.natter.load.scenario;

import dev.natter.load.report.Chart;
import dev.natter.load.report.Column;
import dev.natter.load.report.Table;
import java.util.List;
import java.util.Optional;

/** The table of a message load, for Natter and its floor alike. */
public final class MessageLoadTable {

    private static final String OFFERED = "offered";
    private static final String P99 = "p99";
    private static final String CHAT = "chat CPU";

    private MessageLoadTable() {}

    /** An empty one. */
    public static Table make(String id, String title) {
        var perThousand = "ms/1000";
        return new Table(
                id,
                title,
                List.of(
                        new Column(OFFERED, "/s"),
                        new Column("delivered", "/s"),
                        new Column("p50", "ms"),
                        new Column("p90", "ms"),
                        new Column(P99, "ms"),
                        new Column("p99.9", "ms"),
                        new Column("max", "ms"),
                        new Column("ack p50", "ms"),
                        new Column("ack p99", "ms"),
                        new Column(CHAT, perThousand),
                        new Column("servers CPU", perThousand),
                        new Column("generator CPU", perThousand),
                        new Column("lost", ""),
                        new Column("errors", "")),
                Optional.of(new Chart(OFFERED, List.of(P99, CHAT))));
    }

    /** Adds what became of connections that should have stayed. */
    public static void addClosed(Table table, MessageLoad talk) {
        talk.closed().forEach((code, count) -> table.note(count + " connections were closed with " + code + "."));
    }

    /** Adds a step. */
    public static void add(Table table, String label, MessageLoad.Heard heard) {
        table.add(
                label,
                heard.spent(),
                heard.offeredPerSecond(),
                heard.deliveredPerSecond(),
                heard.delivered().percentile(50),
                heard.delivered().percentile(90),
                heard.delivered().percentile(99),
                heard.delivered().percentile(99.9),
                heard.delivered().max(),
                heard.acknowledged().percentile(50),
                heard.acknowledged().percentile(99),
                heard.cpuPerThousand("chat"),
                heard.cpuPerThousand("servers"),
                heard.cpuPerThousand("generator"),
                (double) heard.missing(),
                (double) heard.errors());
    }
}
