package dev.natter.mail;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A variable of the environment.
 *
 * @param needed whether there is nothing to fall back on
 * @param form what a well-formed value is, in words
 */
record Variable(String name, boolean needed, Predicate<String> wellFormed, String form) {

    static Variable anything(String name) {
        return new Variable(name, false, value -> true, "");
    }

    static Variable oneOf(String name, String... values) {
        return new Variable(name, false, List.of(values)::contains, "one of " + String.join(", ", values));
    }

    static Variable port(String name) {
        return number(name, 1, 65_535);
    }

    static Variable number(String name, int least, int most) {
        return new Variable(
                name, false, value -> isBetween(value, least, most), "a number from " + least + " to " + most);
    }

    static Variable period(String name, Duration longest) {
        return new Variable(
                name,
                false,
                value -> isPeriod(value, longest),
                "a duration such as 10s, of at most " + longest.toSeconds() + "s");
    }

    Variable required() {
        return new Variable(name, true, wellFormed, form);
    }

    /** What is wrong with {@code value}; where one is needed, an empty one is none: manifests cannot tell them apart. */
    Optional<String> complaint(@Nullable String value) {
        if (value == null || (needed && value.isBlank())) {
            return needed ? Optional.of(name + " is not set") : Optional.empty();
        }
        return wellFormed.test(value) ? Optional.empty() : Optional.of(name + " is not " + form);
    }

    private static boolean isBetween(String value, int least, int most) {
        return value.matches("\\d{1,9}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
    }

    private static boolean isPeriod(String value, Duration longest) {
        try {
            var period = DurationConverter.parseDuration(value);
            return period.compareTo(Duration.ZERO) > 0 && period.compareTo(longest) <= 0;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
