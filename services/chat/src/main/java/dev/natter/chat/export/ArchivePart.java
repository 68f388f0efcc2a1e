package dev.natter.chat.export;

import java.nio.ByteBuffer;
import java.util.List;

/** What an archive consists of, in order. */
sealed interface ArchivePart {

    /** A file begins, and the one before it ends. */
    record File(String name, boolean compressed) implements ArchivePart {}

    /** A piece of the file. */
    record Bytes(ByteBuffer bytes) implements ArchivePart {}

    /** A piece of the file: each of these as JSON, on a line of its own. */
    record Lines(List<?> items) implements ArchivePart {

        public Lines {
            items = List.copyOf(items);
        }
    }

    /** The archive is complete. */
    record End() implements ArchivePart {}
}
