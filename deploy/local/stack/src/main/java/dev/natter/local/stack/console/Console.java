package dev.natter.local.stack.console;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Lines on the terminal, each with the seconds since the start. */
public final class Console {
    private final PrintStream out;
    private final Clock clock;
    private final Instant start;

    public Console(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** A line about what is going on. */
    public void progress(String line) {
        var seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        out.println(String.format(Locale.ROOT, "%6.1fs  %s", seconds, line));
    }

    /** A line as it is. */
    public void say(String line) {
        out.println(line);
    }
}
