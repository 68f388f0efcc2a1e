package dev.natter.local.stack;

import dev.natter.local.stack.console.LaunchFailure;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Environment variables, read with an error message that names them; an empty one counts as not set. */
final class Variables {
    private final Map<String, String> environment;

    Variables(Map<String, String> environment) {
        this.environment = environment;
    }

    int number(String name, int otherwise, int least, int most) {
        var value = value(name);
        if (value == null) {
            return otherwise;
        }
        try {
            var number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The same to the reader as one out of range.
        }
        throw new LaunchFailure(name + " has to be a number from " + least + " to " + most + ", not \"" + value + "\"");
    }

    Path path(String name, Path otherwise) {
        var path = pathOrNull(name);
        return path == null ? otherwise : path;
    }

    @Nullable Path pathOrNull(String name) {
        var value = value(name);
        return value == null ? null : Path.of(value).toAbsolutePath().normalize();
    }

    @Nullable URI uriOrNull(String name) {
        var value = value(name);
        try {
            return value == null ? null : new URI(value);
        } catch (URISyntaxException e) {
            // Not quoted: a URL may have a password in it.
            throw new LaunchFailure(name + " is not a URL");
        }
    }

    private @Nullable String value(String name) {
        var value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
