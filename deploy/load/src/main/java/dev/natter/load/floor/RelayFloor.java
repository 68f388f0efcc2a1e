package dev.natter.load.floor;

import dev.natter.load.client.ConnectionOpener;
import dev.natter.load.measure.BoundedWait;
import dev.natter.load.measure.Latencies;
import dev.natter.load.measure.Processes;
import dev.natter.load.people.Person;
import dev.natter.load.report.Table;
import dev.natter.load.scenario.Bench;
import dev.natter.load.scenario.MessageLoad;
import dev.natter.load.scenario.MessageLoadTable;
import dev.natter.load.scenario.Scenario;
import dev.natter.load.scenario.SwitchableListener;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The same pairs, chatting over a bare WebSocket relay. */
public final class RelayFloor implements Scenario {

    private static final int AT_ONCE = 50;
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Duration STRAGGLERS = Duration.ofSeconds(30);

    @Override
    public Table run(Bench bench) {
        var table =
                MessageLoadTable.make("relay", "Floor: pairs over a bare Vert.x WebSocket relay (in place of chat)");
        try (var relay = RelayProcess.start()) {
            var listener = new SwitchableListener();
            var people = IntStream.range(0, 2 * bench.options().pairs())
                    .mapToObj(number -> new Person("", "pair-" + number / 2))
                    .toList();
            var links = BoundedWait.on(
                    new ConnectionOpener(bench.vertx(), List.of(relay.address()))
                            .open(people, AT_ONCE, listener, new Latencies()),
                    TIMEOUT);
            var voices =
                    links.stream().map(link -> new MessageLoad.Voice(link, "")).toList();
            var processes = new Processes(Map.of("chat", relay.pid()));
            var talk = new MessageLoad(bench.vertx(), processes, voices, listener, 1, STRAGGLERS);
            talk.at(bench.options().rates().get(0), bench.options().warmUp());
            for (var rate : bench.options().rates()) {
                bench.say("relay at " + rate + " messages a second");
                MessageLoadTable.add(
                        table, rate + "/s", talk.at(rate, bench.options().time()));
            }
            MessageLoadTable.addClosed(table, talk);
            links.forEach(link -> link.close());
        }
        return table;
    }
}
