package dev.natter.manifests;

import java.util.Optional;

/**
 * An environment variable of a service, as its code has it.
 *
 * @param fallback what holds without it; empty where that is nothing, or where it must be given
 * @param meaning what its mapped method promises, in plain text; empty where it is the platform's own setting
 */
record Variable(String name, boolean required, Optional<String> fallback, String meaning) {

    /** A row of the guide's table. */
    String row(String words) {
        var without = required
                ? "**required**"
                : fallback.map(value -> "`" + value + "`").orElse("");
        return "| `" + name + "` | " + without + " | " + words + " |";
    }
}
