package dev.natter.local.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The servers as a process of their own: prints one line of JSON with their addresses when all are ready, and ends when
 * its standard input closes or on SIGTERM. The S3 server has one bucket, {@code natter}.
 */
public final class Main {
    private static final String BUCKET = "natter";

    private Main() {}

    /** Exits with 2 on a wrong command line, 1 when a server cannot start, else 0. */
    public static void main(String[] arguments) {
        // Nothing but our one line may reach the caller; libraries that print get the error stream.
        var out = System.out;
        System.setOut(System.err);
        System.exit(run(List.of(arguments), System.in, out, System.err));
    }

    private static int run(List<String> arguments, InputStream in, PrintStream out, PrintStream err) {
        try {
            var settings = Options.parse(arguments, System.getenv());
            var servers = BackingServers.start(settings);
            if (settings.kinds().contains(ServerKind.S3)) {
                servers.createBucket(BUCKET);
            }
            // A hook, so that SIGTERM and the end of input take the same way out.
            Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "close-servers"));
            out.println(json(servers));
            out.flush();
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return 0;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(Options.USAGE);
            return 2;
        } catch (IllegalStateException | IOException e) {
            e.printStackTrace(err);
            return 1;
        }
    }

    /** Made by hand: labels and loopback URLs have nothing in them that JSON would escape. */
    private static String json(BackingServers servers) {
        return servers.urls().entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":\"" + entry.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
