package dev.natter.boot;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A service's process: refuses to start with one line that names what is wrong in its environment, and ends with status 0
 * when a signal asked it to stop.
 */
public final class ServiceProcess {

    /** What a process ends with when its environment is not as it must be (EX_CONFIG). */
    public static final int MISCONFIGURED = 78;

    /**
     * Wraps every callback of every Uni, to carry thread locals along. Nothing here lives in those: requests and their scope are
     * Vert.x' contexts, which come along by themselves. A sixth of chat's processor time went there. Read once, by Mutiny's
     * {@code Infrastructure}; in a native executable at build time (see the flags there).
     */
    private static final String WITHOUT_DECORATORS = "mutiny.disableCallBackDecorators";

    private ServiceProcess() {}

    /** Runs until told to stop. */
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
