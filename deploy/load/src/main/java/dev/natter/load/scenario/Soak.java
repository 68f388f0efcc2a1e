package dev.natter.load.scenario;

import dev.natter.load.report.Chart;
import dev.natter.load.report.Column;
import dev.natter.load.report.Table;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Pairs that chat for long at the lowest of the rates, while some of them always close their tabs and come back: whether memory
 * grows, and what a message costs as there are more of them.
 */
public final class Soak implements Scenario {

    private static final int PARTS = 10;
    private static final Duration STRAGGLERS = Duration.ofSeconds(30);

    @Override
    public Table run(Bench bench) {
        var table = new Table(
                "soak",
                "Soak: %d pairs at %d messages a second"
                        .formatted(
                                bench.options().pairs(), bench.options().rates().get(0)),
                List.of(
                        new Column("messages", ""),
                        new Column("user RSS", "MiB"),
                        new Column("chat RSS", "MiB"),
                        new Column("mail RSS", "MiB"),
                        new Column("servers RSS", "MiB"),
                        new Column("p99", "ms"),
                        new Column("chat CPU", "ms/1000"),
                        new Column("servers CPU", "ms/1000"),
                        new Column("lost", ""),
                        new Column("errors", "")),
                Optional.of(new Chart("messages", List.of("chat RSS", "chat CPU"))));
        var listener = new SwitchableListener();
        try (var voices = ConnectedPairs.inPairs(bench, listener)) {
            bench.say("warming up");
            talk(bench, voices, listener, bench.options().warmUp());
            var stored = 0L;
            for (var part = 0; part < PARTS; part++) {
                bench.say("part %d of %d".formatted(part + 1, PARTS));
                var heard = talk(bench, voices, listener, bench.options().soak().dividedBy(PARTS));
                stored += heard.delivered().count();
                add(table, "part " + (part + 1), stored, heard);
                var most = voices.all().size();
                voices.reconnect(part * most / PARTS, (part + 1) * most / PARTS);
            }
        }
        table.note("After each part a tenth of the connections was closed and opened anew.");
        return table;
    }

    private static MessageLoad.Heard talk(
            Bench bench, ConnectedPairs voices, SwitchableListener listener, Duration time) {
        var talk = new MessageLoad(bench.vertx(), bench.processes(), voices.all(), listener, 1, STRAGGLERS);
        return talk.at(bench.options().rates().get(0), time);
    }

    private static void add(Table table, String label, long stored, MessageLoad.Heard heard) {
        table.add(
                label,
                heard.spent(),
                (double) stored,
                mebibytes(heard, "user"),
                mebibytes(heard, "chat"),
                mebibytes(heard, "mail"),
                mebibytes(heard, "servers"),
                heard.delivered().percentile(99),
                heard.cpuPerThousand("chat"),
                heard.cpuPerThousand("servers"),
                (double) heard.missing(),
                (double) heard.errors());
    }

    private static double mebibytes(MessageLoad.Heard heard, String service) {
        return heard.spent().rssBytes(service) / 1024.0 / 1024;
    }
}
