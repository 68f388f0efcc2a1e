package dev.natter.boot;

import static dev.natter.boot.Setting.number;
import static dev.natter.boot.Setting.oneOf;
import static dev.natter.boot.Setting.optional;
import static dev.natter.boot.Setting.required;
import static dev.natter.boot.Setting.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that the environment of a service may and must say. */
public record Settings(List<Setting> all) {

    private static final int HIGHEST_PORT = 65_535;

    public Settings {
        all = List.copyOf(all);
    }

    /** What every service has: its own address, the broker, and how much it logs; and what this one has beside it. */
    public static Settings of(Setting... own) {
        var common = Stream.of(
                optional("NATTER_HTTP_HOST", text()),
                number("NATTER_HTTP_PORT", 0, HIGHEST_PORT),
                required("NATTER_RABBITMQ_HOST", text()),
                number("NATTER_RABBITMQ_PORT", 1, HIGHEST_PORT),
                required("NATTER_RABBITMQ_USERNAME", text()),
                required("NATTER_RABBITMQ_PASSWORD", text()),
                optional("NATTER_RABBITMQ_VIRTUAL_HOST", text()),
                optional("NATTER_RABBITMQ_TLS", oneOf("true", "false")),
                optional("NATTER_LOG_LEVEL", oneOf("ERROR", "WARN", "INFO", "DEBUG", "TRACE")));
        return new Settings(Stream.concat(common, Stream.of(own)).toList());
    }

    /** A few words for each setting that is missing or malformed; none repeats a value, which may be a secret. */
    public List<String> complaints(Map<String, String> environment) {
        return all.stream()
                .map(setting -> setting.complaint(environment.get(setting.name())))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The one line that a service ends with when it has something to complain of; nothing when it may start. */
    Optional<String> refusal(String service, Map<String, String> environment) {
        return Optional.of(complaints(environment))
                .filter(complaints -> !complaints.isEmpty())
                .map(complaints ->
                        complaints.stream().collect(Collectors.joining("; ", service + " does not start: ", "")));
    }
}
