package dev.natter.load;

import java.time.Clock;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs the measurements; exits with 1 and a line with the reason if it cannot. {@code deploy/bench --help} lists the
 * options.
 */
public final class Main {

    private static final Logger VERTX = Logger.getLogger("io.vertx");

    private Main() {}

    public static void main(String[] arguments) {
        // A connection that ends is counted; a line for each of thousands would bury the figures.
        VERTX.setLevel(Level.OFF);
        try {
            var options = OptionParser.parse(List.of(arguments));
            var run = new Run(options, Clock.systemUTC(), System.out, "deploy/bench " + String.join(" ", arguments));
            System.exit(run.run() ? 0 : 1);
        } catch (IllegalArgumentException wrong) {
            System.err.println("deploy/bench: " + wrong.getMessage());
            System.exit(2);
        }
    }
}
