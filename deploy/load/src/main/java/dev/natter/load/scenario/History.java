package dev.natter.load.scenario;

import dev.natter.load.client.Api;
import dev.natter.load.client.BoundedConcurrency;
import dev.natter.load.measure.BoundedWait;
import dev.natter.load.measure.Latencies;
import dev.natter.load.people.Person;
import dev.natter.load.report.Chart;
import dev.natter.load.report.Column;
import dev.natter.load.report.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists and pages, and how what they take grows with what there is: conversations of one person, messages of one conversation. */
public final class History implements Scenario {

    private static final int CALLS = 200;
    private static final int GROWTH = 10;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final Duration MOST = Duration.ofMinutes(3);

    @Override
    public Table run(Bench bench) {
        var table = new Table(
                "history",
                "Lists and pages (%d calls of each, one after the other)".formatted(CALLS),
                List.of(
                        new Column("entries", ""),
                        new Column("first page p50", "ms"),
                        new Column("first page p99", "ms"),
                        new Column("deep page p50", "ms"),
                        new Column("deep page p99", "ms"),
                        new Column("chat CPU", "ms/1000"),
                        new Column("servers CPU", "ms/1000")),
                Optional.of(new Chart("entries", List.of("first page p99", "deep page p99"))));
        conversations(bench, table);
        messages(bench, table);
        return table;
    }

    private static void conversations(Bench bench, Table table) {
        var most = bench.options().conversations();
        var people = bench.people().register(most + 1);
        var ada = people.get(0);
        var there = 0;
        for (var size : sizes(most)) {
            bench.say("a list of " + size + " conversations");
            var pairs = new ArrayList<List<Person>>();
            people.subList(there + 1, size + 1).forEach(other -> pairs.add(List.of(ada, other)));
            new Conversations(bench.api()).direct(pairs);
            there = size;
            pages(
                    bench,
                    table,
                    size + " conversations",
                    size,
                    ada,
                    "/api/v1/conversations?limit=30",
                    "/api/v1/conversations?limit=100");
        }
        table.note("The deep page of a list of conversations is one of 100.");
    }

    private static void messages(Bench bench, Table table) {
        var pair = bench.people().register(2);
        var conversation = new Conversations(bench.api()).direct(List.of(pair)).get(0);
        var seed = new Seed(bench.api(), pair, conversation);
        var end = System.nanoTime() + MOST.toNanos();
        for (var size : sizes(bench.options().messages())) {
            bench.say("a conversation of " + size + " messages");
            var there = seed.upTo(size, end);
            var path = "/api/v1/conversations/" + conversation + "/messages?limit=100";
            pages(
                    bench,
                    table,
                    there + " messages",
                    there,
                    pair.get(0),
                    path,
                    path + "&before=" + Math.max(2, there / 2));
            if (there < size) {
                table.note("Only %d messages were stored in %d s, which is all that is allowed for it."
                        .formatted(there, MOST.toSeconds()));
                break;
            }
        }
    }

    private static void pages(
            Bench bench, Table table, String label, int size, Person reader, String first, String deep) {
        var api = bench.api();
        calls(api, reader, first);
        var usage = bench.processes().begin();
        var firsts = calls(api, reader, first);
        var deeps = calls(api, reader, deep);
        var spent = usage.end();
        table.add(
                label,
                spent,
                size,
                firsts.percentile(50),
                firsts.percentile(99),
                deeps.percentile(50),
                deeps.percentile(99),
                spent.cpuMillis("chat") * 1000 / (2 * CALLS),
                spent.cpuMillis("servers") * 1000 / (2 * CALLS));
    }

    private static Latencies calls(Api api, Person reader, String path) {
        var latencies = new Latencies();
        BoundedWait.on(
                BoundedConcurrency.run(CALLS, 1, number -> {
                    var begin = System.nanoTime();
                    return api.call("GET", path, null, reader.token()).map(answer -> {
                        latencies.sinceDue(begin);
                        return answer.json(200);
                    });
                }),
                TIMEOUT);
        return latencies;
    }

    /** Ever ten times as much, up to the most. */
    private static List<Integer> sizes(int most) {
        var sizes = new ArrayList<Integer>();
        for (var size = most; size >= GROWTH && sizes.size() < 3; size /= GROWTH) {
            sizes.add(0, size);
        }
        return sizes.isEmpty() ? List.of(most) : sizes;
    }
}
