package dev.natter.load.scenario;

import dev.natter.load.report.Table;
import java.time.Duration;

/** Pairs of people who write to each other, faster and faster, until more is asked than can be done. */
public final class Pairs implements Scenario {

    private static final Duration STRAGGLERS = Duration.ofSeconds(30);

    @Override
    public Table run(Bench bench) {
        var table = TalkTable.make(
                "pairs", "Pairs chatting (%d pairs)".formatted(bench.options().pairs()));
        run(bench, table, "");
        return table;
    }

    /** @param label before that of each step */
    void run(Bench bench, Table table, String label) {
        var listener = new Switch();
        try (var voices = Voices.inPairs(bench, listener)) {
            var talk = new Talk(bench.vertx(), bench.processes(), voices.all(), listener, 1, STRAGGLERS);
            talk(bench, table, label, talk);
            TalkTable.addClosed(table, talk);
        }
    }

    private static void talk(Bench bench, Table table, String label, Talk talk) {
        var rates = bench.options().rates();
        bench.say("warming up");
        talk.at(rates.get(0), bench.options().warmUp());
        for (var rate : rates) {
            bench.say("pairs at " + rate + " messages a second");
            var heard = talk.at(rate, bench.options().time());
            TalkTable.add(table, label + rate + "/s", heard);
            if (heard.isSaturated()) {
                table.note("%sSaturated at %d/s: more was asked than could be done in time.".formatted(label, rate));
                break;
            }
        }
    }
}
