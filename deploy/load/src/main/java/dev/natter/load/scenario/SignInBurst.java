package dev.natter.load.scenario;

import dev.natter.load.client.Api;
import dev.natter.load.measure.BoundedWait;
import dev.natter.load.measure.Latencies;
import dev.natter.load.measure.OpenLoop;
import dev.natter.load.measure.ResourceUsage;
import dev.natter.load.report.Column;
import dev.natter.load.report.Table;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Thousands ask for a code by mail, by the real way in, faster than can be done. */
public final class SignInBurst implements Scenario {

    /** So that the burst lasts some seconds, and no longer. */
    private static final int SECONDS = 5;

    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    /** Of the warm-up, a second: what can be done at once. */
    private static final int WARM_UP_RATE = 40;

    /** @param seconds until the last of them was answered */
    private record Asked(int count, int accepted, double seconds, Latencies answers) {}

    @Override
    public Table run(Bench bench) {
        var inbox = bench.target().get().inbox().orElseThrow(() -> new UnsupportedTargetException("needs --inbox"));
        var count = bench.options().addresses();
        var table = table();
        var run = UUID.randomUUID().toString().substring(0, 8);
        // Who asks waits for his turn at the generator's connections as well.
        var api = new Api(bench.vertx(), bench.target().get().app(), TIMEOUT);
        ask(bench, api, run + "-warm", WARM_UP_RATE, bench.options().warmUp());
        try (var arrivals = new InboxWatcher(new Api(bench.vertx(), inbox), bench.vertx(), "-" + run + "@")) {
            bench.say(count + " sign-ins");
            var usage = bench.processes().begin();
            var asked = ask(bench, api, run, count / (double) SECONDS, Duration.ofSeconds(SECONDS));
            BoundedWait.until(() -> arrivals.count() >= asked.accepted(), TIMEOUT);
            add(table, usage.end(), asked, arrivals.count());
        }
        return table;
    }

    private static Asked ask(Bench bench, Api api, String name, double rate, Duration time) {
        var accepted = new AtomicInteger();
        var answered = new AtomicInteger();
        var asked = new AtomicInteger();
        var answers = new Latencies();
        var begin = System.nanoTime();
        BoundedWait.on(
                new OpenLoop(bench.vertx()).run(rate, time, (number, due) -> {
                    asked.incrementAndGet();
                    var body = new JsonObject().put("email", "load%d-%s@example.com".formatted(number, name));
                    api.insist("POST", "/api/v1/auth/otp", body, null).onComplete(answer -> {
                        answers.sinceDue(due);
                        answered.incrementAndGet();
                        if (answer.succeeded() && answer.result().status() == 202) {
                            accepted.incrementAndGet();
                        }
                    });
                }),
                TIMEOUT);
        BoundedWait.until(() -> answered.get() == asked.get(), TIMEOUT);
        return new Asked(asked.get(), accepted.get(), (System.nanoTime() - begin) / 1e9, answers);
    }

    private static Table table() {
        return new Table(
                "signin",
                "Sign-in burst, by the real way in",
                List.of(
                        new Column("asked", ""),
                        new Column("accepted", ""),
                        new Column("accepted a second", "/s"),
                        new Column("answer p50", "ms"),
                        new Column("answer p99", "ms"),
                        new Column("mails", ""),
                        new Column("until the last mail", "s"),
                        new Column("user CPU", "ms/1000"),
                        new Column("mail CPU", "ms/1000"),
                        new Column("lost", "")),
                Optional.empty());
    }

    private static void add(Table table, ResourceUsage spent, Asked asked, int mails) {
        table.add(
                asked.count() + " addresses",
                spent,
                asked.count(),
                asked.accepted(),
                asked.accepted() / asked.seconds(),
                asked.answers().percentile(50),
                asked.answers().percentile(99),
                mails,
                spent.seconds(),
                spent.cpuMillis("user") * 1000 / asked.count(),
                spent.cpuMillis("mail") * 1000 / asked.count(),
                asked.accepted() - mails);
    }
}
