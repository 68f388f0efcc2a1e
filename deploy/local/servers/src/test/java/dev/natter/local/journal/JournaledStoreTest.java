package dev.natter.local.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.ObjectDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was flushed is there again, however the process ended. A kill leaves what the files have at that time. */
class JournaledStoreTest {

    private static final long SMALL = 2_000;

    @TempDir
    Path directory;

    private Path file;
    private JournaledStore store;
    private MVMap<Object, Object> rooms;

    @BeforeEach
    void open() {
        file = directory.resolve("store");
        store = open(file);
        rooms = store.openMap("rooms");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatWasFlushedOutlivesAKill() throws Exception {
        rooms.put("a", "first");
        rooms.put("b", "second");
        rooms.put("a", "changed");
        rooms.remove("b");
        store.flush();

        assertThat(afterAKill("rooms")).isEqualTo(Map.of("a", "changed"));
    }

    @Test
    void whatWasClearedStaysCleared() throws Exception {
        rooms.put("a", 1);
        rooms.clear();
        rooms.put("b", 2);
        store.flush();

        assertThat(afterAKill("rooms")).isEqualTo(Map.of("b", 2));
    }

    @Test
    void aMapThatWasRemovedStaysRemoved() throws Exception {
        rooms.put("a", 1);
        store.removeMap("rooms");
        store.flush();

        try (var after = open(kill())) {
            assertThat(after.hasMap("rooms")).isFalse();
        }
    }

    @Test
    void aMapMayComeAgainAfterItWasRemoved() throws Exception {
        rooms.put("a", 1);
        store.removeMap("rooms");
        store.openMap("rooms").put("b", 2);
        store.flush();

        assertThat(afterAKill("rooms")).isEqualTo(Map.of("b", 2));
    }

    @Test
    void aSecondKillTakesNothingEither() throws Exception {
        rooms.put("a", 1);
        store.flush();
        var second = kill();
        try (var between = open(second)) {
            between.openMap("rooms").put("b", 2);
            between.flush();

            try (var after = open(copy(second))) {
                assertThat(content(after, "rooms")).isEqualTo(Map.of("a", 1, "b", 2));
            }
        }
    }

    /** Cut anywhere: what is there is what some number of whole changes has left. */
    @Test
    void aRecordThatWasCutShortIsNotTaken() throws Exception {
        rooms.put("a", "before");
        rooms.put("a", "after");
        store.flush();
        var whole = Files.readAllBytes(journals(file).get(0));

        for (var length = 0; length < whole.length; length++) {
            try (var after = open(storeWithJournal(Arrays.copyOf(whole, length)))) {
                assertThat(content(after, "rooms"))
                        .as("%d of %d bytes", length, whole.length)
                        .isIn(Map.of(), Map.of("a", "before"));
            }
        }
    }

    @Test
    void aRecordThatWasDamagedIsNotTaken() throws Exception {
        rooms.put("a", "before");
        rooms.put("a", "after");
        store.flush();
        var damaged = Files.readAllBytes(journals(file).get(0));
        damaged[damaged.length - 1] ^= 1;

        try (var after = open(storeWithJournal(damaged))) {
            assertThat(content(after, "rooms")).isEqualTo(Map.of("a", "before"));
        }
    }

    /** As a file may end that was on its way to the disk when power failed. */
    @Test
    void zerosAtTheEndAreNoRecord() throws Exception {
        rooms.put("a", "kept");
        store.flush();
        var whole = Files.readAllBytes(journals(file).get(0));

        try (var after = open(storeWithJournal(Arrays.copyOf(whole, whole.length + 4_096)))) {
            assertThat(content(after, "rooms")).isEqualTo(Map.of("a", "kept"));
        }
    }

    private Path storeWithJournal(byte[] records) throws IOException {
        var other = Files.createTempDirectory(directory, "journal").resolve("store");
        Files.write(other.resolveSibling("store.journal.1"), records);
        return other;
    }

    @Test
    void theJournalStaysSmall() throws Exception {
        for (var number = 0; number < 1_000; number++) {
            rooms.put(number, "x".repeat(100));
            store.flush();

            assertThat(journals(file)).hasSizeBetween(1, 2);
            assertThat(Files.size(journals(file).get(0))).isLessThan(2 * SMALL);
        }

        assertThat(afterAKill("rooms")).hasSize(1_000);
    }

    @Test
    void nothingOfTheJournalIsLeftWhenItIsClosed() throws Exception {
        rooms.put("a", 1);
        store.flush();
        store.close();

        assertThat(journals(file)).isEmpty();
        store = open(file);
        assertThat(content(store, "rooms")).isEqualTo(Map.of("a", 1));
    }

    /** Each value is changed by two at the same time; the one that is left in memory is the one that comes back. */
    @Test
    void theOrderOfChangesIsKept() throws Exception {
        var both = directory.resolve("both");
        var arrived = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(2);
        // All of it is in the journal still.
        try (var shared = JournaledStore.open(both, map -> new ObjectDataType())) {
            var map = shared.<Object, Object>openMap("rooms");
            for (var each : threads.invokeAll(List.of(putting(map, arrived, "one"), putting(map, arrived, "other")))) {
                each.get(60, TimeUnit.SECONDS);
            }
            shared.flush();

            try (var after = open(copy(both))) {
                assertThat(content(after, "rooms")).isEqualTo(content(shared, "rooms"));
            }
        } finally {
            threads.shutdown();
        }
    }

    private static Callable<Void> putting(MVMap<Object, Object> map, AtomicInteger arrived, String value) {
        return () -> {
            for (var key = 0; key < 5_000; key++) {
                arrived.incrementAndGet();
                while (arrived.get() < 2 * (key + 1)) {
                    Thread.onSpinWait();
                }
                map.put(key, value);
            }
            return null;
        };
    }

    @Test
    void whoCannotKeepItDoesNotSaySo() throws Exception {
        var full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        var next = directory.resolve("store.journal.2");
        Files.createSymbolicLink(next, full);
        rooms.put("long", "x".repeat((int) SMALL));
        store.flush();

        rooms.put("a", 1);

        assertThatThrownBy(store::flush).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(store::flush).isInstanceOf(UncheckedIOException.class);
        Files.delete(next);
    }

    /** Against maps in memory: whatever was done before, a kill leaves what was flushed last, whole. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aKillAtAnyTimeLeavesWhatThereWas(long seed) throws Exception {
        var random = new Random(seed);
        var model = new TreeMap<String, Map<Object, Object>>();
        for (var step = 0; step < 400; step++) {
            var name = "map-" + random.nextInt(3);
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
            store.flush();
            if (random.nextInt(25) == 0) {
                try (var after = open(kill())) {
                    for (var each : model.entrySet()) {
                        assertThat(content(after, each.getKey())).isEqualTo(each.getValue());
                    }
                }
            }
        }
    }

    private static JournaledStore open(Path file) {
        return JournaledStore.open(file, map -> new ObjectDataType(), SMALL);
    }

    private Map<Object, Object> afterAKill(String map) throws IOException {
        try (var after = open(kill())) {
            return content(after, map);
        }
    }

    private static Map<Object, Object> content(JournaledStore store, String map) {
        return new TreeMap<>(store.<Object, Object>openMap(map));
    }

    /** What a process would leave that ends here. */
    private Path kill() throws IOException {
        return copy(file);
    }

    /** The journal first: the store may be written meanwhile, and may then know of more, but not of less. */
    private Path copy(Path store) throws IOException {
        var copy = Files.createTempDirectory(directory, "killed").resolve(store.getFileName());
        for (var journal : journals(store)) {
            Files.copy(journal, copy.resolveSibling(journal.getFileName()));
        }
        Files.copy(store, copy);
        return copy;
    }

    private static List<Path> journals(Path store) throws IOException {
        try (var files = Files.list(store.getParent())) {
            return files.filter(file -> file.getFileName().toString().startsWith(store.getFileName() + ".journal."))
                    .sorted()
                    .toList();
        }
    }
}
