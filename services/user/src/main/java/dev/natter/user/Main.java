package dev.natter.user;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The process: refuses to start with one line that names what is wrong in its environment, and ends with status 0 when a
 * signal asked it to stop.
 */
@QuarkusMain
public final class Main {

    private static final int MISCONFIGURED = 78;

    Main() {}

    /** Runs until told to stop. */
    public static void main(String... arguments) {
        var complaints = Environment.complaints(System.getenv());
        if (!complaints.isEmpty()) {
            refuse("user does not start: " + String.join("; ", complaints));
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(Main::endWell, "exit status"));
        Quarkus.run(arguments);
    }

    /** There is no log yet that this could go to. */
    private static void refuse(String line) {
        try (var stderr = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)) {
            stderr.println(line);
        }
        Runtime.getRuntime().exit(MISCONFIGURED);
    }

    /**
     * A JVM that a signal ended says 128 + the signal's number, however orderly it went. Where there is still an application
     * when the hooks run, it was a signal: any other end has taken the application down before.
     */
    private static void endWell() {
        var application = ApplicationLifecycleManager.getCurrentApplication();
        if (application != null) {
            application.awaitShutdown();
            Runtime.getRuntime().halt(0);
        }
    }
}
