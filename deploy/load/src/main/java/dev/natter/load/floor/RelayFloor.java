package dev.natter.load.floor;

import dev.natter.load.client.Links;
import dev.natter.load.measure.Latencies;
import dev.natter.load.measure.Processes;
import dev.natter.load.measure.Waiting;
import dev.natter.load.people.Person;
import dev.natter.load.report.Table;
import dev.natter.load.scenario.Bench;
import dev.natter.load.scenario.Scenario;
import dev.natter.load.scenario.Switch;
import dev.natter.load.scenario.Talk;
import dev.natter.load.scenario.TalkTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The same pairs, chatting over a bare WebSocket relay. */
public final class RelayFloor implements Scenario {

    private static final int AT_ONCE = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration STRAGGLERS = Duration.ofSeconds(30);

    @Override
    public Table run(Bench bench) {
        var table = TalkTable.make("relay", "Floor: pairs over a bare Vert.x WebSocket relay (in place of chat)");
        try (var relay = RelayProcess.start()) {
            var listener = new Switch();
            var people = IntStream.range(0, 2 * bench.options().pairs())
                    .mapToObj(number -> new Person("", "pair-" + number / 2))
                    .toList();
            var links = Waiting.on(
                    new Links(bench.vertx(), List.of(relay.address())).open(people, AT_ONCE, listener, new Latencies()),
                    PATIENCE);
            var voices = links.stream().map(link -> new Talk.Voice(link, "")).toList();
            var processes = new Processes(Map.of("chat", relay.pid()));
            var talk = new Talk(bench.vertx(), processes, voices, listener, 1, STRAGGLERS);
            talk.at(bench.options().rates().get(0), bench.options().warmUp());
            for (var rate : bench.options().rates()) {
                bench.say("relay at " + rate + " messages a second");
                TalkTable.add(table, rate + "/s", talk.at(rate, bench.options().time()));
            }
            TalkTable.addClosed(table, talk);
            links.forEach(link -> link.close());
        }
        return table;
    }
}
