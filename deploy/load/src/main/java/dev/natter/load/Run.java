package dev.natter.load;

import dev.natter.load.measure.BoundedWait;
import dev.natter.load.report.Machine;
import dev.natter.load.report.Report;
import dev.natter.load.report.TextReport;
import dev.natter.load.scenario.Bench;
import dev.natter.load.scenario.UnsupportedTargetException;
import dev.natter.load.stack.OwnStack;
import dev.natter.load.stack.StackOptions;
import dev.natter.load.stack.Target;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Runs the scenarios that are asked for, one after the other, and reports after each. */
final class Run {

    private static final Duration GOODBYE = Duration.ofSeconds(30);

    private final Options options;
    private final Clock clock;
    private final PrintStream out;
    private final Report report;
    private boolean failed;

    Run(Options options, Clock clock, PrintStream out, String command) {
        this.options = options;
        this.clock = clock;
        this.out = out;
        this.report = new Report(Machine.here(clock.instant(), command), options.report());
    }

    /**
     * Returns after all scenarios have run. Those that do not apply to the target are reported and skipped.
     *
     * @return whether none failed
     */
    boolean run() {
        if (options.base().isPresent()) {
            run(this::named);
            return !failed;
        }
        out.println("starting a stack");
        var wanted =
                new StackOptions(options.root(), options.replicas(), options.javaOptions(), options.nativeWanted());
        try (var stack = OwnStack.start(wanted)) {
            run(stack::target);
        }
        return !failed;
    }

    private void run(Supplier<Target> target) {
        options.scenarios().forEach(name -> run(target, name));
        out.println("\nreport: " + report.directory().toAbsolutePath());
    }

    /** With connections of its own, which end with it, however it ends. */
    private void run(Supplier<Target> target, String name) {
        // One event loop: what one message costs here is not the same again for the exchange between threads.
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2));
        try {
            var bench = new Bench(options, target, vertx, clock, what -> out.println("   … " + what));
            var table = new Scenarios().find(name).run(bench);
            report.add(table);
            out.println(TextReport.of(table));
        } catch (UnsupportedTargetException question) {
            out.println(name + ": not asked, it " + question.getMessage());
        } catch (RuntimeException failure) {
            // Whatever it is: what the others find is worth having all the same.
            failed = true;
            out.println(name + ": failed, " + failure);
        } finally {
            BoundedWait.on(vertx.close(), GOODBYE);
        }
    }

    private Target named() {
        var app = options.base().orElseThrow();
        return new Target(
                app, List.of(app), options.inbox(), options.key().map(Run::read), options.servers(), options.pids());
    }

    private static JsonObject read(Path file) {
        try {
            return new JsonObject(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
