package dev.natter.load.scenario;

import dev.natter.load.report.Column;
import dev.natter.load.report.Table;
import dev.natter.load.stack.SecondReplica;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How long a service takes from its process' beginning to its first answer, and what it then holds. */
public final class ColdStart implements Scenario {

    private static final List<String> SERVICES = List.of("user", "mail", "chat");

    @Override
    public Table run(Bench bench) {
        if (bench.options().base().isPresent()) {
            throw new UnsupportedTargetException("needs a stack of its own");
        }
        var table = new Table(
                "coldstart",
                "Cold start, beside a running stack",
                List.of(
                        new Column("first answer", "ms"),
                        new Column("ready", "ms"),
                        new Column("CPU", "ms"),
                        new Column("RSS", "MiB")),
                Optional.empty());
        for (var service : SERVICES) {
            bench.say("another " + service);
            var copies = new SecondReplica(bench.vertx(), pid(bench, service));
            add(bench, table, service + ", JVM", copies.start());
            var executable = SecondReplica.executable(folder(bench, service));
            if (executable.isPresent()) {
                add(bench, table, service + ", native", copies.start(executable.get()));
            } else {
                table.note("No native executable of " + service + " is built here.");
            }
        }
        return table;
    }

    private static long pid(Bench bench, String service) {
        var pids = bench.target().get().pids();
        return Optional.ofNullable(pids.get(service)).orElseGet(() -> pids.getOrDefault(service + "-1", -1L));
    }

    private static Path folder(Bench bench, String service) {
        return bench.options().root().resolve("services").resolve(service).resolve("target");
    }

    private static void add(Bench bench, Table table, String label, SecondReplica.Start start) {
        table.add(
                label,
                bench.processes().begin().end(),
                start.firstAnswerMillis(),
                start.readyMillis(),
                start.reading().cpuSeconds() * 1000,
                start.reading().rssBytes() / 1024.0 / 1024);
    }
}
