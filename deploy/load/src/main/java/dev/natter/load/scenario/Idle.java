package dev.natter.load.scenario;

import dev.natter.load.client.Connection;
import dev.natter.load.client.FrameListener;
import dev.natter.load.measure.BoundedWait;
import dev.natter.load.measure.Latencies;
import dev.natter.load.measure.ResourceUsage;
import dev.natter.load.report.Chart;
import dev.natter.load.report.Column;
import dev.natter.load.report.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** People who are connected and do nothing: what each of them costs. */
public final class Idle implements Scenario {

    private static final int AT_ONCE = 50;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final Duration SETTLING = Duration.ofSeconds(3);

    @Override
    public Table run(Bench bench) {
        var table = new Table(
                "idle",
                "Idle connections",
                List.of(
                        new Column("connections", ""),
                        new Column("chat RSS", "MiB"),
                        new Column("chat RSS each", "KiB"),
                        new Column("chat CPU", "ms/s"),
                        new Column("generator RSS each", "KiB"),
                        new Column("opened", "/s"),
                        new Column("handshake p99", "ms")),
                Optional.of(new Chart("connections", List.of("chat RSS", "chat CPU"))));
        var open = new ArrayList<Connection>();
        warmUp(bench);
        var begin = bench.processes().begin().end();
        for (var count : bench.options().connections()) {
            if (count > OpenFiles.most()) {
                table.note("No %d connections: a process may have %d files open here (ulimit -n)."
                        .formatted(count, OpenFiles.limit()));
                break;
            }
            step(bench, table, open, count, begin);
        }
        var closed = open.stream().filter(Connection::isClosed).count();
        table.note(closed + " connections were lost.");
        open.forEach(Connection::close);
        return table;
    }

    /** The first thousand make the JVM and its heap grow in any case. */
    private static void warmUp(Bench bench) {
        var people = bench.people().anonymous(bench.options().connections().get(0));
        var links = BoundedWait.on(bench.links().open(people, AT_ONCE, FrameListener.DEAF, new Latencies()), TIMEOUT);
        links.forEach(Connection::close);
        BoundedWait.pause(SETTLING);
    }

    private static void step(Bench bench, Table table, List<Connection> open, int count, ResourceUsage begin) {
        bench.say(count + " idle connections");
        var handshakes = new Latencies();
        var people = bench.people().anonymous(count - open.size());
        var opening = System.nanoTime();
        open.addAll(BoundedWait.on(bench.links().open(people, AT_ONCE, FrameListener.DEAF, handshakes), TIMEOUT));
        var openedPerSecond = people.size() * 1e9 / (System.nanoTime() - opening);
        BoundedWait.pause(SETTLING);
        var usage = bench.processes().begin();
        BoundedWait.pause(bench.options().time());
        var spent = usage.end();
        table.add(
                count + " connections",
                spent,
                count,
                spent.rssBytes("chat") / 1024.0 / 1024,
                (spent.rssBytes("chat") - begin.rssBytes("chat")) / 1024.0 / count,
                spent.cpuMillis("chat") / spent.seconds(),
                (spent.rssBytes("generator") - begin.rssBytes("generator")) / 1024.0 / count,
                openedPerSecond,
                handshakes.percentile(99));
    }
}
