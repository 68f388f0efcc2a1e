package dev.natter.load.scenario;

import dev.natter.load.client.Link;
import dev.natter.load.measure.Latencies;
import dev.natter.load.measure.Waiting;
import dev.natter.load.report.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Pairs of people who write to each other, faster and faster, until more is asked than can be done. */
public final class Pairs implements Scenario {

    private static final int AT_ONCE = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
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
        var voices = connect(bench, listener);
        var talk = new Talk(bench.vertx(), bench.processes(), voices, listener, 1, STRAGGLERS);
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
        TalkTable.addClosed(table, talk);
        voices.forEach(voice -> voice.link().close());
    }

    private static List<Talk.Voice> connect(Bench bench, Switch listener) {
        var people = bench.people().register(2 * bench.options().pairs());
        bench.say("starting %d conversations".formatted(bench.options().pairs()));
        var conversations = new Conversations(bench.api()).direct(Conversations.inPairs(people));
        List<Link> links = Waiting.on(bench.links().open(people, AT_ONCE, listener, new Latencies()), PATIENCE);
        var voices = new ArrayList<Talk.Voice>();
        for (var at = 0; at < links.size(); at++) {
            voices.add(new Talk.Voice(links.get(at), conversations.get(at / 2)));
        }
        return voices;
    }
}
