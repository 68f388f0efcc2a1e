package dev.natter.local.journal;

import static dev.natter.local.journal.StoreFiles.SMALL;
import static dev.natter.local.journal.StoreFiles.afterAKill;
import static dev.natter.local.journal.StoreFiles.content;
import static dev.natter.local.journal.StoreFiles.journals;
import static dev.natter.local.journal.StoreFiles.kill;
import static dev.natter.local.journal.StoreFiles.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

/** What was flushed is there again, however the process ended. */
class JournaledStoreTest {

    @TempDir
    Path directory;

    private Path file;
    private JournaledStore store;
    private MVMap<Object, Object> rooms;

    @BeforeEach
    void start() {
        file = directory.resolve("store");
        store = open(file);
        rooms = store.openMap("rooms");
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void whatWasFlushedOutlivesAKill() throws Exception {
        rooms.put("a", "first");
        rooms.put("b", "second");
        rooms.put("a", "changed");
        rooms.remove("b");
        store.flush();

        assertThat(afterAKill(file, "rooms")).isEqualTo(Map.of("a", "changed"));
    }

    @Test
    void whatIsReadStaysWhileItIsReplaced() {
        store.setRetention(Duration.ZERO);
        for (var key = 0; key < 5_000; key++) {
            rooms.put(key, "before".repeat(100));
        }
        store.close();
        store = open(file);
        store.setRetention(Duration.ZERO);
        var kept = store.<Object, Object>openMap("rooms");

        var count = store.use(() -> {
            var entries = kept.entrySet().iterator();
            entries.next();
            for (var time = 0; time < 12; time++) {
                for (var key = 0; key < 5_000; key++) {
                    kept.put(key, "after".repeat(100) + time);
                }
                store.flush();
            }
            var read = 1;
            while (entries.hasNext()) {
                entries.next();
                read++;
            }
            return read;
        });

        assertThat(count).isEqualTo(5_000);
    }

    @Test
    void whatWasClearedStaysCleared() throws Exception {
        rooms.put("a", 1);
        rooms.clear();
        rooms.put("b", 2);
        store.flush();

        assertThat(afterAKill(file, "rooms")).isEqualTo(Map.of("b", 2));
    }

    @Test
    void aMapThatWasRemovedStaysRemoved() throws Exception {
        rooms.put("a", 1);
        store.removeMap("rooms");
        store.flush();

        try (var after = open(kill(file))) {
            assertThat(after.hasMap("rooms")).isFalse();
        }
    }

    @Test
    void aMapMayComeAgainAfterItWasRemoved() throws Exception {
        rooms.put("a", 1);
        store.removeMap("rooms");
        store.openMap("rooms").put("b", 2);
        store.flush();

        assertThat(afterAKill(file, "rooms")).isEqualTo(Map.of("b", 2));
    }

    @Test
    void aSecondKillTakesNothingEither() throws Exception {
        rooms.put("a", 1);
        store.flush();
        var second = kill(file);
        try (var between = open(second)) {
            between.openMap("rooms").put("b", 2);
            between.flush();

            try (var after = open(kill(second))) {
                assertThat(content(after, "rooms")).isEqualTo(Map.of("a", 1, "b", 2));
            }
        }
    }

    @Test
    void theJournalStaysSmall() throws Exception {
        for (var number = 0; number < 1_000; number++) {
            rooms.put(number, "x".repeat(100));
            store.flush();

            assertThat(journals(file)).hasSizeBetween(1, 2);
            assertThat(Files.size(journals(file).get(0))).isLessThan(2 * SMALL);
        }

        assertThat(afterAKill(file, "rooms")).hasSize(1_000);
    }

    /** As to build an index of a large collection is. */
    @Test
    void theJournalOfOneLongCommandStaysSmallToo() throws Exception {
        for (var number = 0; number < 400; number++) {
            rooms.put(number, "x".repeat(10_000));

            assertThat(journals(file)).hasSizeBetween(1, 2);
            assertThat(Files.size(journals(file).get(0))).isLessThan(2L << 20);
        }
        store.flush();

        assertThat(afterAKill(file, "rooms")).hasSize(400);
    }

    /** What could be written in part only would be all that is found. */
    @Test
    void aChangeThatCannotBeRecordedTakesNoOtherWithIt() throws Exception {
        rooms.put("a", 1);
        assertThatThrownBy(() -> rooms.put("b", new Object())).isInstanceOf(RuntimeException.class);
        rooms.remove("b");
        rooms.put("c", 3);
        store.flush();

        assertThat(afterAKill(file, "rooms")).isEqualTo(Map.of("a", 1, "c", 3));
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

            try (var after = open(kill(both))) {
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
        assertThatThrownBy(() -> rooms.put("b", 2)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> rooms.remove("long")).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(rooms::clear).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> store.removeMap("rooms")).isInstanceOf(UncheckedIOException.class);
        assertThat(content(store, "rooms")).containsOnlyKeys("a", "long");
        Files.delete(next);
    }
}
