package dev.natter.local.servers;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The command line. The broker's password is new at each start, unless the environment has one in {@value #PASSWORD}: then a
 * broker that is started again takes those whom it knew.
 */
final class Options {
    private static final String PASSWORD = "NATTER_SERVERS_RABBITMQ_PASSWORD";

    static final String USAGE =
            "usage: natter-local-servers [--data DIR] [--only mongodb,redis,rabbitmq,smtp,s3]" + " [--s3-origin URL]";

    private static final Set<String> OPTIONS = Set.of("--data", "--only", "--s3-origin");

    private Options() {}

    /** @throws IllegalArgumentException with a sentence for the person who typed it */
    static ServerSettings parse(List<String> arguments, Map<String, String> environment) {
        Path data = null;
        URI s3Origin = null;
        Set<ServerKind> kinds = EnumSet.allOf(ServerKind.class);
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var option = rest.next();
            if (!OPTIONS.contains(option)) {
                throw new IllegalArgumentException("unknown option \"" + option + "\"");
            }
            if (!rest.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            var value = rest.next();
            switch (option) {
                case "--data" -> data = Path.of(value);
                case "--s3-origin" -> s3Origin = URI.create(value);
                default ->
                    kinds = Arrays.stream(value.split(",")).map(ServerKind::of).collect(Collectors.toSet());
            }
        }
        var password = environment.get(PASSWORD);
        var rabbit = password == null ? Credentials.random("natter") : new Credentials("natter", password);
        return new ServerSettings(data, kinds, rabbit, Credentials.random("natter"), s3Origin);
    }
}
