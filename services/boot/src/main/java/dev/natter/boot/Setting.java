package dev.natter.boot;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One environment variable.
 *
 * @param required whether it has no default
 * @param parser checks a value; fails with a reason that does not repeat the value
 */
public record Setting(String name, boolean required, Consumer<String> parser) {

    public static Setting required(String name, Consumer<String> parser) {
        return new Setting(name, true, parser);
    }

    public static Setting optional(String name, Consumer<String> parser) {
        return new Setting(name, false, parser);
    }

    public static Setting number(String name, int least, int most) {
        return optional(name, value -> {
            if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
                throw new IllegalArgumentException("must be a number from " + least + " to " + most);
            }
        });
    }

    public static Setting duration(String name, Duration least, Duration most) {
        return optional(name, value -> {
            var duration = duration(value);
            if (duration == null || duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
                throw new IllegalArgumentException("must be a duration such as 90s, 5m or 30d, from " + least.toMillis()
                        + "ms to " + most.toSeconds() + "s");
            }
        });
    }

    /** A share, from 0 to 1. */
    public static Consumer<String> share() {
        return value -> {
            if (!value.matches("0(\\.\\d{1,9})?|1(\\.0{1,9})?")) {
                throw new IllegalArgumentException("must be a number from 0 to 1 such as 0.05");
            }
        };
    }

    private static @Nullable Duration duration(String value) {
        try {
            return DurationConverter.parseDuration(value);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** Any text. */
    public static Consumer<String> text() {
        return value -> {};
    }

    public static Consumer<String> oneOf(String... values) {
        return value -> {
            if (!Set.of(values).contains(value)) {
                throw new IllegalArgumentException("must be one of " + String.join(", ", values));
            }
        };
    }

    public static Consumer<String> url(String... schemes) {
        return value -> {
            // Not parsed as a URI: the URL of a MongoDB replica set has several hosts.
            if (Set.of(schemes).stream().noneMatch(scheme -> value.matches(scheme + "://[^/\\s]+(/\\S*)?"))) {
                throw new IllegalArgumentException("must be a URL starting with "
                        + String.join(":// or ", schemes).replace("\\", "") + "://");
            }
        };
    }

    /**
     * The reason why a value is invalid. An empty value counts as none, because manifests cannot distinguish the two.
     */
    public Optional<String> complaint(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return required ? Optional.of(name + " is missing") : Optional.empty();
        }
        try {
            parser.accept(value);
            return Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.of(name + " " + malformed.getMessage());
        }
    }
}
