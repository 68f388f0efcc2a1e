package dev.natter.mail;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The process: refuses to start with a line that names what is wrong in its environment, and ends with status 0 when it
 * was asked to stop by a signal.
 */
@QuarkusMain
public class Main {

    private static final int MISCONFIGURED = 78;

    Main() {}

    public static void main(String... args) {
        var complaints = Environment.complaints(System.getenv());
        if (!complaints.isEmpty()) {
            refuse("mail does not start: " + String.join("; ", complaints));
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(Main::endWell, "exit status"));
        Quarkus.run(args);
    }

    /** There is no log yet that this could go to. */
    private static void refuse(String line) {
        try (var stderr = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)) {
            stderr.println(line);
        }
        Runtime.getRuntime().exit(MISCONFIGURED);
    }

    /**
     * A JVM that a signal ended says 128 + the signal's number, however orderly it went. Where there is still an
     * application when the hooks run, it was a signal: any other end has taken the application down before.
     */
    private static void endWell() {
        var application = ApplicationLifecycleManager.getCurrentApplication();
        if (application != null) {
            application.awaitShutdown();
            Runtime.getRuntime().halt(0);
        }
    }
}
