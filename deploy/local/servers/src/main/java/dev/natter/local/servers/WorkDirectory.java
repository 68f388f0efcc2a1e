package dev.natter.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the servers' files lie: the caller's directory, or a temporary one that goes with this process. */
final class WorkDirectory implements AutoCloseable {
    private static final String PREFIX = "natter-servers-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-.*");

    private final Path path;
    private final boolean temporary;

    private WorkDirectory(Path path, boolean temporary) {
        this.path = path;
        this.temporary = temporary;
    }

    static WorkDirectory open(@Nullable Path wanted) {
        try {
            if (wanted != null) {
                return new WorkDirectory(Files.createDirectories(wanted.toAbsolutePath()), false);
            }
            var temporaries = Path.of(System.getProperty("java.io.tmpdir"));
            sweep(temporaries);
            var name = PREFIX + ProcessHandle.current().pid() + "-";
            return new WorkDirectory(Files.createTempDirectory(temporaries, name), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        if (temporary) {
            remove(path);
        }
    }

    /** Removes what processes left that were killed before they could. */
    private static void sweep(Path temporaries) throws IOException {
        try (var candidates = Files.newDirectoryStream(temporaries, PREFIX + "*")) {
            for (var candidate : candidates) {
                var name = NAME.matcher(candidate.getFileName().toString());
                if (name.matches()
                        && Files.isWritable(candidate)
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                    remove(candidate);
                }
            }
        }
    }

    private static void remove(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // Another process uses it, or a file is still being written; not an error for a temporary directory.
        }
    }
}
