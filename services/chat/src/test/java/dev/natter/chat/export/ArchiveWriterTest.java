package dev.natter.chat.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.natter.chat.export.ArchivePart.Bytes;
import dev.natter.chat.export.ArchivePart.End;
import dev.natter.chat.export.ArchivePart.File;
import dev.natter.chat.export.ArchivePart.Lines;
import dev.natter.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Pieces of a ZIP follow each other; none is kept. */
class ArchiveWriterTest {

    private static final int PIECE = 1 << 20;

    private final ArchiveWriter writer = new ArchiveWriter(new ObjectMapper(), TestClock.NOON);
    private final ByteArrayOutputStream archive = new ByteArrayOutputStream();
    private int largest;

    @Test
    void writesFilesInOrder() throws IOException {
        write(new File("profile.json", true));
        write(new Bytes(ByteBuffer.wrap(new byte[] {'{', '}'})));
        write(new File("messages/c1.jsonl", true));
        write(new Lines(List.of(Map.of("text", "two\nlines"), Map.of("text", "ü"))));
        write(new Lines(List.of()));
        write(new File("attachments/empty", false));
        write(new End());

        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive.toByteArray()))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("profile.json");
            assertThat(zip.readAllBytes()).asString().isEqualTo("{}");
            assertThat(zip.getNextEntry().getName()).isEqualTo("messages/c1.jsonl");
            assertThat(zip.readAllBytes()).asString().isEqualTo("{\"text\":\"two\\nlines\"}\n{\"text\":\"ü\"}\n");
            assertThat(zip.getNextEntry().getName()).isEqualTo("attachments/empty");
            assertThat(zip.readAllBytes()).isEmpty();
            assertThat(zip.getNextEntry()).isNull();
        }
    }

    @Test
    void needsTheMemoryOfOnePieceWhateverTheSizeOfTheArchive() {
        var random = new Random(1);
        write(new File("attachments/large.bin", false));
        IntStream.range(0, 50).forEach(number -> {
            var bytes = new byte[PIECE];
            random.nextBytes(bytes);
            write(new Bytes(ByteBuffer.wrap(bytes)));
        });
        write(new End());

        assertThat(archive.size()).isGreaterThan(50 * PIECE);
        assertThat(largest).isLessThan(PIECE + PIECE / 8);
    }

    private void write(ArchivePart part) {
        var bytes = writer.write(part);
        largest = Math.max(largest, bytes.length);
        archive.writeBytes(bytes);
    }
}
