package dev.natter.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings that stand in {@code cdk.json}, and the repository that the tests run in. */
final class Examples {
    static final Path MODULE = Path.of("").toAbsolutePath();
    static final Path ROOT = MODULE.resolve("../..").normalize();

    private Examples() {}

    static Map<String, Object> context() {
        try {
            var file = Synthesis.JSON.readTree(Files.readString(MODULE.resolve("cdk.json")));
            var context = new HashMap<String, Object>();
            file.at("/context/natter")
                    .properties()
                    .forEach(entry ->
                            context.put(entry.getKey(), entry.getValue().asText()));
            return context;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** With some of them otherwise: name, value, name, value. */
    static Settings settings(String... changes) {
        var context = context();
        for (var at = 0; at < changes.length; at += 2) {
            context.put(changes[at], changes[at + 1]);
        }
        return Settings.of(context);
    }

    static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
