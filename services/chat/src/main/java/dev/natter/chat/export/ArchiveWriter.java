package dev.natter.chat.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Turns the parts of an archive into a ZIP, piece by piece. For one caller at a time; compresses, so not for an event loop. */
final class ArchiveWriter {

    private final ObjectMapper json;
    private final Instant at;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(written, StandardCharsets.UTF_8);

    /** @param at when the files were last modified, as the archive says */
    ArchiveWriter(ObjectMapper json, Instant at) {
        this.json = json;
        this.at = at;
    }

    /** The bytes that follow the former ones; maybe none, because what is compressed comes in blocks. */
    byte[] write(ArchivePart part) {
        try {
            if (part instanceof ArchivePart.File file) {
                zip.setLevel(file.compressed() ? Deflater.DEFAULT_COMPRESSION : Deflater.NO_COMPRESSION);
                var entry = new ZipEntry(file.name());
                entry.setTime(at.toEpochMilli());
                zip.putNextEntry(entry);
            } else if (part instanceof ArchivePart.Bytes bytes) {
                Channels.newChannel(zip).write(bytes.bytes());
            } else if (part instanceof ArchivePart.Lines lines) {
                for (var item : lines.items()) {
                    zip.write(json.writeValueAsBytes(item));
                    zip.write('\n');
                }
            } else {
                zip.close();
            }
            var bytes = written.toByteArray();
            written.reset();
            return bytes;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
