package dev.natter.chat;

import dev.natter.boot.ServiceProcess;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The process of the chat service. */
@QuarkusMain
public final class Main {

    Main() {}

    /** Runs until told to stop. */
    public static void main(String... arguments) {
        ServiceProcess.run("chat", Environment.SETTINGS, arguments);
    }
}
