package dev.natter.local.stack;

import dev.natter.local.stack.console.LaunchFailure;
import dev.natter.local.stack.service.ServiceKind;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the person asked for, by options and environment variables.
 *
 * @param root of the repository
 * @param data where everything is kept
 * @param port of the app, 0 for any free one
 * @param inboxPort of the inbox, 0 for any free one
 * @param replicas of each service
 * @param readyFile where to write, as JSON, what runs where, or null
 * @param rabbit a real broker in place of the embedded one, or null
 * @param redis a real Redis in place of the embedded one, or null
 */
record Settings(
        Path root,
        Path data,
        int port,
        int inboxPort,
        Map<ServiceKind, Integer> replicas,
        boolean fresh,
        boolean nativeWanted,
        @Nullable Path readyFile,
        @Nullable URI rabbit,
        @Nullable URI redis) {
    private static final int MAX_REPLICAS = 16;

    /** @throws LaunchFailure with a sentence about the first thing that is wrong */
    static Settings of(List<String> arguments, Map<String, String> environment, Path root) {
        for (var argument : arguments) {
            if (!argument.equals("--fresh") && !argument.equals("--native")) {
                throw new LaunchFailure("unknown option " + argument + "; deploy/up --help lists them");
            }
        }
        var variables = new Variables(environment);
        var replicas = new EnumMap<ServiceKind, Integer>(ServiceKind.class);
        for (var kind : ServiceKind.values()) {
            var name = "NATTER_" + kind.name().toUpperCase(Locale.ROOT) + "_REPLICAS";
            replicas.put(kind, variables.number(name, 1, 1, MAX_REPLICAS));
        }
        return new Settings(
                root,
                variables.path("NATTER_DATA", root.resolve(".natter")),
                variables.number("NATTER_PORT", 8080, 0, 65_535),
                variables.number("NATTER_INBOX_PORT", 8025, 0, 65_535),
                replicas,
                arguments.contains("--fresh"),
                arguments.contains("--native"),
                variables.pathOrNull("NATTER_READY_FILE"),
                variables.uriOrNull("NATTER_RABBITMQ_URL"),
                variables.uriOrNull("NATTER_REDIS_URL"));
    }
}
