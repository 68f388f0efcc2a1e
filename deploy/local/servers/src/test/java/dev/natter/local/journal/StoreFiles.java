package dev.natter.local.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.h2.mvstore.type.ObjectDataType;

/** Stores whose journal is soon full, and what a kill would leave of them: what their files have at that time. */
final class StoreFiles {

    static final long SMALL = 2_000;

    private StoreFiles() {}

    static JournaledStore open(Path store) {
        return JournaledStore.open(store, map -> new ObjectDataType(), SMALL);
    }

    static Map<Object, Object> content(JournaledStore store, String map) {
        return new TreeMap<>(store.<Object, Object>openMap(map));
    }

    static Map<Object, Object> afterAKill(Path store, String map) throws IOException {
        try (var after = open(kill(store))) {
            return content(after, map);
        }
    }

    /**
     * A copy of what a process would leave that ends here. The journal first: the store may be written meanwhile, and may then
     * know of more, but not of less.
     */
    static Path kill(Path store) throws IOException {
        var copy = Files.createTempDirectory(store.getParent(), "killed").resolve(store.getFileName());
        for (var journal : journals(store)) {
            Files.copy(journal, copy.resolveSibling(journal.getFileName()));
        }
        Files.copy(store, copy);
        return copy;
    }

    static List<Path> journals(Path store) throws IOException {
        try (var files = Files.list(store.getParent())) {
            return files.filter(file -> file.getFileName().toString().startsWith(store.getFileName() + ".journal."))
                    .sorted()
                    .toList();
        }
    }
}
