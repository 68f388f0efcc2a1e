package dev.natter.local.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The servers as the tests of the services start them: a process of the packaged jar. */
final class PackagedJar {

    private PackagedJar() {}

    /** @param temporaries where it is to put what it keeps for itself */
    static List<String> command(Path temporaries, String... options) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Djava.io.tmpdir=" + temporaries,
                "-jar",
                Path.of("target/natter-local-servers.jar").toAbsolutePath().toString()));
        command.addAll(List.of(options));
        return command;
    }
}
