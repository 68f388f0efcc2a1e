package dev.natter.load.scenario;

import dev.natter.load.report.Table;
import java.time.Duration;

/** Pairs of people who write to each other, faster and faster, until more is asked than can be done. */
public final class Pairs implements Scenario {

    private static final Duration STRAGGLERS = Duration.ofSeconds(30);

    @Override
    public Table run(Bench bench) {
        var table = MessageLoadTable.make(
                "pairs", "Pairs chatting (%d pairs)".formatted(bench.options().pairs()));
        run(bench, table, "");
        return table;
    }

    /** @param label before that of each step */
    void run(Bench bench, Table table, String label) {
        var listener = new SwitchableListener();
        try (var voices = ConnectedPairs.inPairs(bench, listener)) {
            var talk = new MessageLoad(bench.vertx(), bench.processes(), voices.all(), listener, 1, STRAGGLERS);
            talk(bench, table, label, talk);
            MessageLoadTable.addClosed(table, talk);
        }
    }

    private static void talk(Bench bench, Table table, String label, MessageLoad talk) {
        var rates = bench.options().rates();
        bench.say("warming up");
        talk.at(rates.get(0), bench.options().warmUp());
        for (var rate : rates) {
            bench.say("pairs at " + rate + " messages a second");
            var heard = talk.at(rate, bench.options().time());
            MessageLoadTable.add(table, label + rate + "/s", heard);
            if (heard.isSaturated()) {
                table.note("%sSaturated at %d/s: more was asked than could be done in time.".formatted(label, rate));
                break;
            }
        }
    }
}
