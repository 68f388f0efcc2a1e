package dev.natter.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** With {@code -Dnative} the system tests run, unchanged, on native executables; where these are not built, they skip. */
final class NativeExecutables {

    private static final List<String> SERVICES = List.of("user", "chat", "mail");

    private NativeExecutables() {}

    /** Arguments of the launcher; none for jars. Skips the calling test if executables are wanted but missing. */
    static List<String> arguments(Path root) {
        reasonToSkip(root).ifPresent(Assumptions::abort);
        return isWanted() ? List.of("--native") : List.of();
    }

    /** One line, where native executables are wanted and not there. */
    static Optional<String> reasonToSkip(Path root) {
        if (!isWanted()) {
            return Optional.empty();
        }
        var missing = SERVICES.stream()
                .filter(service -> !isBuilt(root.resolve("services/" + service + "/target")))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("skipped: no native executables of " + String.join(", ", missing)
                        + " (GRAALVM_HOME names no GraalVM or Mandrel 25)");
    }

    private static boolean isWanted() {
        return Boolean.getBoolean("natter.native");
    }

    private static boolean isBuilt(Path target) {
        try (var files = Files.newDirectoryStream(target, "*-runner")) {
            return files.iterator().hasNext();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
