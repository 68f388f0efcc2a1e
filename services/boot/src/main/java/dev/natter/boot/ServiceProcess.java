package dev.natter.boot;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The process of a service: it does not start with an invalid environment, but prints one line that names the
 * variables; it exits with status 0 after a signal.
 */
public final class ServiceProcess {

    /** Exit status for an invalid environment (EX_CONFIG). */
    public static final int MISCONFIGURED = 78;

    /**
     * Makes Mutiny wrap every callback to propagate thread locals. Nothing here uses thread locals, because requests
     * and their scopes are in Vert.x contexts; the wrapping took a sixth of chat's processor time. Mutiny's {@code
     * Infrastructure} reads it once, in a native executable at build time (see the flags there).
     */
    private static final String WITHOUT_DECORATORS = "mutiny.disableCallBackDecorators";

    private ServiceProcess() {}

    /** Runs until a signal stops it. */
    public static void run(String service, Settings settings, String... arguments) {
        var refusal = settings.refusal(service, System.getenv());
        if (refusal.isPresent()) {
            refuse(refusal.get());
            return;
        }
        System.setProperty(WITHOUT_DECORATORS, "true");
        Traces.settings(System.getenv()).forEach(System::setProperty);
        Runtime.getRuntime().addShutdownHook(new Thread(ServiceProcess::endWell, "exit status"));
        Quarkus.run(arguments);
    }

    /** Logging is not configured yet. */
    private static void refuse(String line) {
        try (var stderr = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)) {
            stderr.println(line);
        }
        Runtime.getRuntime().exit(MISCONFIGURED);
    }

    /**
     * A JVM that is ended by a signal exits with 128 plus the signal's number, even after an orderly shutdown. If the
     * application still exists when shutdown hooks run, the cause was a signal: any other exit has stopped it before.
     */
    private static void endWell() {
        var application = ApplicationLifecycleManager.getCurrentApplication();
        if (application != null) {
            application.awaitShutdown();
            Runtime.getRuntime().halt(0);
        }
    }
}
