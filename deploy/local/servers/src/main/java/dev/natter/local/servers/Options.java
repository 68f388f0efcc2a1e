package dev.natter.local.servers;

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

    static final String USAGE = "usage: natter-local-servers [--data DIR] [--only mongodb,redis,rabbitmq,smtp,s3]";

    private Options() {}

    /** @throws IllegalArgumentException with a sentence for the person who typed it */
    static ServerSettings parse(List<String> arguments, Map<String, String> environment) {
        Path data = null;
        Set<ServerKind> kinds = EnumSet.allOf(ServerKind.class);
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var option = rest.next();
            if (!option.equals("--data") && !option.equals("--only")) {
                throw new IllegalArgumentException("unknown option \"" + option + "\"");
            }
            if (!rest.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            var value = rest.next();
            if (option.equals("--data")) {
                data = Path.of(value);
            } else {
                kinds = Arrays.stream(value.split(",")).map(ServerKind::of).collect(Collectors.toSet());
            }
        }
        var password = environment.get(PASSWORD);
        return password == null
                ? ServerSettings.of(data, kinds)
                : ServerSettings.of(data, kinds, new Credentials("natter", password));
    }
}
