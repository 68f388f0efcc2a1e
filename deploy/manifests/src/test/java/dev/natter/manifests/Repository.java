package dev.natter.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of the repository that the tests run in. */
final class Repository {
    static final Path ROOT = root();

    private Repository() {}

    static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All files below a folder whose names match, by path. */
    static List<Path> files(String folder, String glob) {
        try (var paths = Files.walk(ROOT.resolve(folder))) {
            var matcher = ROOT.getFileSystem().getPathMatcher("glob:" + glob);
            return paths.filter(path -> Files.isRegularFile(path) && matcher.matches(path.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("k8s"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
