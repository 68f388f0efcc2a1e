package dev.natter.local.journal;

import static dev.natter.local.journal.StoreFiles.content;
import static dev.natter.local.journal.StoreFiles.kill;
import static dev.natter.local.journal.StoreFiles.open;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was done before, a kill leaves what was flushed last, whole. */
class JournaledStoreModelTest {

    private static final List<String> NAMES = List.of("one", "two", "three");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aKillAtAnyTimeLeavesWhatThereWas(long seed) throws Exception {
        var random = new Random(seed);
        var file = directory.resolve("store");
        var model = new TreeMap<String, Map<Object, Object>>();
        try (var store = open(file)) {
            for (var step = 0; step < 400; step++) {
                change(random, step, store, model);
                store.flush();
                if (random.nextInt(25) == 0) {
                    assertKept(kill(file), model);
                }
            }
        }
    }

    private static void change(Random random, int step, JournaledStore store, Map<String, Map<Object, Object>> model) {
        var name = NAMES.get(random.nextInt(NAMES.size()));
        var key = random.nextInt(8);
        switch (random.nextInt(20)) {
            case 0 -> {
                store.removeMap(name);
                model.remove(name);
            }
            case 1 -> {
                store.openMap(name).clear();
                model.put(name, new TreeMap<>());
            }
            case 2, 3, 4, 5 -> {
                store.openMap(name).remove(key);
                model.computeIfAbsent(name, missing -> new TreeMap<>()).remove(key);
            }
            default -> {
                store.openMap(name).put(key, step);
                model.computeIfAbsent(name, missing -> new TreeMap<>()).put(key, step);
            }
        }
    }

    private static void assertKept(Path killed, Map<String, Map<Object, Object>> model) {
        try (var after = open(killed)) {
            for (var name : NAMES) {
                assertThat(content(after, name)).isEqualTo(model.getOrDefault(name, Map.of()));
            }
        }
    }
}
