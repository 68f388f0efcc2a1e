package dev.natter.local.stack;

import dev.natter.local.stack.console.Console;
import dev.natter.local.stack.console.LaunchFailure;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts the stack and keeps it until SIGTERM or Ctrl-C. Exits with 1, and a line that says why, when it cannot. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var out = System.out;
        // Libraries that print do not belong between our lines.
        System.setOut(System.err);
        var console = new Console(out, Clock.systemUTC());
        var ending = new Ending();
        var failed = new AtomicBoolean();
        var serverEnded = new CompletableFuture<LaunchFailure>();
        // The one way out, whether asked for by a signal or taken because something is missing.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(ending, console, failed.get()), "ending"));
        try {
            var settings = Settings.of(List.of(arguments), System.getenv(), root());
            new Launcher(settings, System.getenv(), console, Clock.systemUTC(), ending, serverEnded::complete).start();
            throw serverEnded.join();
        } catch (RuntimeException e) {
            if (ending.hasBegun()) {
                // Ctrl-C during the start: failures because of stopped servers are not reported.
                return;
            }
            failed.set(true);
            // Whatever failed for want of a server: the server is the reason.
            report(Objects.requireNonNullElse(serverEnded.getNow(null), e));
            System.exit(1);
        }
    }

    private static void report(RuntimeException failure) {
        if (failure instanceof LaunchFailure) {
            System.err.println("deploy/up: " + failure.getMessage());
        } else {
            failure.printStackTrace(System.err);
        }
    }

    private static void stop(Ending ending, Console console, boolean failed) {
        if (failed || ending.hasNothingToDo()) {
            // What there is to say has been said.
            ending.run();
            return;
        }
        console.progress("stopping");
        ending.run();
        console.progress("stopped");
    }

    /** Five levels above the jar, deploy/local/stack/target/natter-local-stack.jar, unless configured. */
    private static Path root() {
        var configured = System.getProperty("natter.root");
        if (configured != null) {
            return Path.of(configured).toAbsolutePath();
        }
        try {
            var jar = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Objects.requireNonNull(jar.resolve("../../../../..").normalize());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
