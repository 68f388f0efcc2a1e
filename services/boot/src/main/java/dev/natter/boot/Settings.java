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

/** The environment variables of a service. */
public record Settings(List<Setting> all) {

    private static final int HIGHEST_PORT = 65_535;

    public Settings {
        all = List.copyOf(all);
    }

    /** The variables of every service (address, broker, log level, traces) and those of this one. */
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

    /** One message per missing or malformed variable, without its value, which may be secret. */
    public List<String> complaints(Map<String, String> environment) {
        return all.stream()
                .map(setting -> setting.complaint(environment.get(setting.name())))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The line that a service prints before it exits because of an invalid environment; empty if the environment is
     * valid.
     */
    Optional<String> refusal(String service, Map<String, String> environment) {
        return Optional.of(complaints(environment))
                .filter(complaints -> !complaints.isEmpty())
                .map(complaints ->
                        complaints.stream().collect(Collectors.joining("; ", service + " does not start: ", "")));
    }
}
