package dev.natter.load.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many connections one process may have on this machine. */
final class OpenFiles {

    /** What a process has open besides. */
    private static final int OTHERS = 500;

    private OpenFiles() {}

    /** Connections that fit. */
    static int most() {
        return limit() - OTHERS;
    }

    /** Of this process, which those that it starts have, too. */
    static int limit() {
        try (var limits = Files.lines(Path.of("/proc/self/limits"))) {
            return limits.filter(line -> line.startsWith("Max open files"))
                    .map(line -> line.split("\\s+", -1)[3])
                    .mapToInt(limit -> limit.equals("unlimited") ? Integer.MAX_VALUE : Integer.parseInt(limit))
                    .findFirst()
                    .orElse(Integer.MAX_VALUE);
        } catch (IOException unknown) {
            return Integer.MAX_VALUE;
        }
    }
}
