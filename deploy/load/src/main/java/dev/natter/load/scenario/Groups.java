package dev.natter.load.scenario;

import dev.natter.load.measure.BoundedWait;
import dev.natter.load.measure.Latencies;
import dev.natter.load.people.Person;
import dev.natter.load.report.Table;
import java.time.Duration;
import java.util.List;

/** One who writes to a group, whose other members all listen; and to one of which few do. */
public final class Groups implements Scenario {

    private static final int AT_ONCE = 50;
    private static final int FEW = 10;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final Duration STRAGGLERS = Duration.ofSeconds(30);
    /** Below what one connection may send for long. */
    private static final double MOST_PER_SECOND = 20;

    @Override
    public Table run(Bench bench) {
        var table = MessageLoadTable.make("group", "One writes to a group: the cost of fan-out");
        for (var receivers : bench.options().receivers()) {
            step(bench, table, receivers, receivers);
        }
        var most = bench.options().receivers().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        if (most > FEW) {
            step(bench, table, most, FEW);
        }
        table.note("Processor times are per thousand deliveries, not messages.");
        return table;
    }

    private static void step(Bench bench, Table table, int receivers, int online) {
        var label = receivers == online ? receivers + " receivers" : receivers + ", " + online + " of them online";
        bench.say("a group with " + label);
        var people = bench.people().register(receivers + 1);
        var conversation = new Conversations(bench.api()).group(people);
        var listener = new SwitchableListener();
        List<Person> connected = people.subList(0, online + 1);
        var links = BoundedWait.on(bench.links().open(connected, AT_ONCE, listener, new Latencies()), TIMEOUT);
        var voices = List.of(new MessageLoad.Voice(links.get(0), conversation));
        var talk = new MessageLoad(bench.vertx(), bench.processes(), voices, listener, online, STRAGGLERS);
        var rate = Math.min(MOST_PER_SECOND, Math.max(1, bench.options().deliveriesPerSecond() / (double) online));
        talk.at(rate, bench.options().warmUp().dividedBy(2));
        MessageLoadTable.add(table, label, talk.at(rate, bench.options().time()));
        links.forEach(link -> link.close());
    }
}
