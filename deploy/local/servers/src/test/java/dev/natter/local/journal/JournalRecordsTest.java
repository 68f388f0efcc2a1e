package dev.natter.local.journal;

import static dev.natter.local.journal.StoreFiles.content;
import static dev.natter.local.journal.StoreFiles.journals;
import static dev.natter.local.journal.StoreFiles.open;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a file that was not written to its end, what is whole is taken, and nothing else. */
class JournalRecordsTest {

    @TempDir
    Path directory;

    /** Cut anywhere: what is there is what some number of whole changes has left. */
    @Test
    void aRecordThatWasCutShortIsNotTaken() throws Exception {
        var whole = twoChanges();

        for (var length = 0; length < whole.length; length++) {
            assertThat(takenFrom(Arrays.copyOf(whole, length)))
                    .as("%d of %d bytes", length, whole.length)
                    .isIn(Map.of(), Map.of("a", "before"));
        }
    }

    @Test
    void aRecordThatWasDamagedIsNotTaken() throws Exception {
        var damaged = twoChanges();
        damaged[damaged.length - 1] ^= 1;

        assertThat(takenFrom(damaged)).isEqualTo(Map.of("a", "before"));
    }

    /** As a file may end that was on its way to the disk when power failed. */
    @Test
    void zerosAtTheEndAreNoRecord() throws Exception {
        var whole = twoChanges();

        assertThat(takenFrom(Arrays.copyOf(whole, whole.length + 4_096))).isEqualTo(Map.of("a", "after"));
    }

    private byte[] twoChanges() throws IOException {
        var file = directory.resolve("store");
        try (var store = open(file)) {
            var rooms = store.openMap("rooms");
            rooms.put("a", "before");
            rooms.put("a", "after");
            store.flush();
            return Files.readAllBytes(journals(file).get(0));
        }
    }

    private Map<Object, Object> takenFrom(byte[] records) throws IOException {
        var other = Files.createTempDirectory(directory, "journal").resolve("store");
        Files.write(other.resolveSibling("store.journal.1"), records);
        try (var store = open(other)) {
            return content(store, "rooms");
        }
    }
}
