package dev.natter.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code --name value} pairs. Nothing that was given is overlooked. */
final class Arguments {

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    /** @throws IllegalArgumentException with a sentence, when they do not come in pairs */
    Arguments(List<String> arguments) {
        for (var at = 0; at < arguments.size(); at += 2) {
            var name = arguments.get(at);
            if (!name.startsWith("--") || at + 1 == arguments.size()) {
                throw new IllegalArgumentException(
                        name + " is not an option with a value; deploy/bench --help lists them");
            }
            values.put(name.substring(2), arguments.get(at + 1));
        }
    }

    Optional<String> text(String name) {
        asked.add(name);
        return Optional.ofNullable(values.get(name));
    }

    String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    int number(String name, int otherwise) {
        return numbers(name, List.of(otherwise)).get(0);
    }

    List<Integer> numbers(String name, List<Integer> otherwise) {
        return text(name)
                .map(value ->
                        words(value).stream().map(word -> positive(name, word)).toList())
                .orElse(otherwise);
    }

    Duration seconds(String name, int otherwise) {
        return Duration.ofSeconds(number(name, otherwise));
    }

    List<String> words(String name, String otherwise) {
        return words(text(name, otherwise));
    }

    private static List<String> words(String value) {
        return Arrays.asList(value.split(",", -1));
    }

    private static int positive(String name, String word) {
        try {
            var number = Integer.parseInt(word);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below.
        }
        throw new IllegalArgumentException("--" + name + " wants whole numbers from 1, not " + word);
    }

    /**
     * Checks that every option was used.
     *
     * @throws IllegalArgumentException for an unknown option
     */
    void refuseOthers() {
        for (var name : values.keySet()) {
            if (!asked.contains(name)) {
                throw new IllegalArgumentException("unknown option --" + name + "; deploy/bench --help lists them");
            }
        }
    }
}
