package dev.natter.load;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the command line; what is not said has a value that fits a machine of two processors. */
final class OptionParser {

    /** What a service of a small container has, not what a laptop that runs five of them can spare. */
    private static final String JAVA_OPTIONS = "-Xmx1g -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError";

    private OptionParser() {}

    /** @throws IllegalArgumentException with a sentence about the first thing that is wrong */
    static Options parse(List<String> arguments) {
        var given = new Arguments(arguments);
        var root = root();
        var options = new Options(
                root,
                given.text("base").map(URI::create),
                given.text("inbox").map(URI::create),
                given.text("key").map(Path::of),
                servers(given),
                pids(given.text("pids", "")),
                scenarios(given),
                Path.of(given.text(
                        "report", root.resolve("deploy/load/target/report").toString())),
                given.number("replicas", 1),
                given.text("java-options", JAVA_OPTIONS),
                given.text("native", "no").equals("yes"),
                given.seconds("warm-up", 60),
                given.seconds("seconds", 15),
                given.seconds("soak", 1800),
                given.number("pairs", 500),
                given.numbers("rates", List.of(250, 500, 1000, 2000, 3000, 4000, 6000, 8000)),
                given.numbers("connections", List.of(1000, 5000, 10_000, 19_000)),
                given.numbers("receivers", List.of(2, 10, 100, 999)),
                given.number("deliveries", 2000),
                given.number("addresses", 10_000),
                given.number("conversations", 1000),
                given.number("messages", 100_000));
        given.refuseOthers();
        return options;
    }

    /** All but the longest, unless others are named. */
    private static List<String> scenarios(Arguments given) {
        var known = new Scenarios();
        var usual = known.names().stream().filter(name -> !name.equals("soak")).collect(Collectors.joining(","));
        var wanted = given.words("scenarios", usual);
        wanted.forEach(known::find);
        return wanted;
    }

    private static Map<String, URI> servers(Arguments given) {
        var servers = new LinkedHashMap<String, URI>();
        for (var name : List.of("rabbitmq", "mongodb")) {
            given.text(name).ifPresent(address -> servers.put(name, URI.create(address)));
        }
        return servers;
    }

    /** @param pairs {@code chat=12,user=13} */
    private static Map<String, Long> pids(String pairs) {
        return Arrays.stream(pairs.split(",", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Long.parseLong(pair[1])));
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("services")) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder;
    }
}
