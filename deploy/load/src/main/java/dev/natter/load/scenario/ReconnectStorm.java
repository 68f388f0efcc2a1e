package dev.natter.load.scenario;

import dev.natter.load.client.BoundedConcurrency;
import dev.natter.load.client.Connection;
import dev.natter.load.client.ConnectionOpener;
import dev.natter.load.client.FrameListener;
import dev.natter.load.measure.BoundedWait;
import dev.natter.load.measure.Latencies;
import dev.natter.load.people.Person;
import dev.natter.load.report.Column;
import dev.natter.load.report.Table;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Everybody loses the connection in one moment, and everybody comes back in the next. */
public final class ReconnectStorm implements Scenario {

    private static final int AT_ONCE = 50;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    @Override
    public Table run(Bench bench) {
        var table = new Table(
                "storm",
                "Reconnect storm: all connections drop and come back at once",
                List.of(
                        new Column("connections", ""),
                        new Column("until the last is back", "s"),
                        new Column("back p50", "ms"),
                        new Column("back p99", "ms"),
                        new Column("refused", ""),
                        new Column("chat CPU", "ms/1000"),
                        new Column("chat RSS", "MiB"),
                        new Column("lost", "")),
                Optional.empty());
        for (var count : bench.options().connections()) {
            if (count <= OpenFiles.most()) {
                step(bench, table, count);
            }
        }
        table.note(
                "No client waits before it comes back for the first time, as real ones do; who is refused then waits as they"
                        + " do. All are back when each has its ready frame; lost are those whose connection had ended by then.");
        return table;
    }

    private static void step(Bench bench, Table table, int count) {
        bench.say("a storm of " + count);
        var people = bench.people().anonymous(count);
        drop(open(bench.links(), people, AT_ONCE, new Latencies()));
        var links = bench.links();
        var handshakes = new Latencies();
        var usage = bench.processes().begin();
        var back = open(links, people, count, handshakes);
        var spent = usage.end();
        var lost = back.stream().filter(Connection::isClosed).count();
        table.add(
                count + " connections",
                spent,
                count,
                spent.seconds(),
                handshakes.percentile(50),
                handshakes.percentile(99),
                links.refused(),
                spent.cpuMillis("chat") * 1000 / count,
                spent.rssBytes("chat") / 1024.0 / 1024,
                (double) lost);
        drop(back);
    }

    private static List<Connection> open(ConnectionOpener links, List<Person> people, int atOnce, Latencies latencies) {
        return BoundedWait.on(links.open(people, atOnce, FrameListener.DEAF, latencies), TIMEOUT);
    }

    private static void drop(List<Connection> links) {
        BoundedWait.on(
                BoundedConcurrency.run(
                        links.size(), links.size(), number -> links.get(number).close()),
                TIMEOUT);
    }
}
