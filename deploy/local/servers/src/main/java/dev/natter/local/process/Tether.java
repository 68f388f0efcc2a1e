package dev.natter.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Starts programs that end with this JVM, even if it is killed with SIGKILL.
 *
 * <p>A program runs under a few lines of shell that become the program (so its process id is the program's own) and
 * leave a watcher behind, which waits for the pipe from this JVM to close, then sends SIGTERM and, after the grace,
 * SIGKILL. The program gets a session of its own where the system can do that, so that Ctrl-C on a terminal reaches
 * this JVM alone and the order of stopping stays ours.
 */
public final class Tether {
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final String SCRIPT = script();

    private Tether() {}

    /**
     * A builder for that program; the caller sets environment, directory and where its output goes, and must leave
     * its input alone.
     */
    public static ProcessBuilder builder(List<String> program, Duration grace) {
        var command = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        command.addAll(List.of("/bin/sh", "-c", SCRIPT, "tether"));
        command.addAll(program);
        var builder = new ProcessBuilder(command);
        builder.environment().put("TETHER_GRACE", Long.toString(grace.toSeconds()));
        return builder;
    }

    private static String script() {
        try (var in = Objects.requireNonNull(Tether.class.getResourceAsStream("tether.sh"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
