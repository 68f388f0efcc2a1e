package dev.natter.user;

import dev.natter.boot.ServiceProcess;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The process of the user service. */
@QuarkusMain
public final class Main {

    Main() {}

    /** Runs until a signal stops it. */
    public static void main(String... arguments) {
        ServiceProcess.run("user", Environment.SETTINGS, arguments);
    }
}
