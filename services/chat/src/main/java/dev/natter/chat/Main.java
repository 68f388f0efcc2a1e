package dev.natter.chat;

import dev.natter.boot.ServiceProcess;
import io.quarkus.runtime.annotations.QuarkusMain;

@QuarkusMain
public final class Main {

    Main() {}

    public static void main(String... arguments) {
        ServiceProcess.run("chat", Environment.SETTINGS, arguments);
    }
}
