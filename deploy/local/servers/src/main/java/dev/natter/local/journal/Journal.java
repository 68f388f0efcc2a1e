package dev.natter.local.journal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.h2.mvstore.WriteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Records in the order they were appended, in numbered files beside the store's. A record is its length and its checksum, four
 * bytes each, and then itself.
 */
final class Journal implements AutoCloseable {

    /** Of records that nobody has flushed yet; a command of many changes does so on its way. */
    private static final int MOST_PENDING = 1 << 20;

    private static final int HEADER = 2 * Integer.BYTES;

    private final Path store;
    private final List<Path> files;
    private final long full;
    private final WriteBuffer pending = new WriteBuffer(1 << 16);
    private @Nullable FileOutputStream out;
    private long number;
    private long size;
    /** A record was perhaps cut short, and none behind it would be found again. */
    private boolean broken;

    private Journal(Path store, List<Path> files, long full) {
        this.store = store;
        this.files = files;
        this.full = full;
        this.number = files.isEmpty() ? 0 : number(files.get(files.size() - 1));
    }

    /**
     * That of the store in this file, with what a process has left that did not close it.
     *
     * @param full bytes of a file, from which on the next one should follow
     */
    static Journal of(Path store, long full) throws IOException {
        var absolute = store.toAbsolutePath();
        var name = Pattern.compile(Pattern.quote(prefix(absolute)) + "\\d{1,18}");
        try (var beside = Files.list(absolute.getParent())) {
            return new Journal(
                    absolute,
                    beside.filter(file ->
                                    name.matcher(file.getFileName().toString()).matches())
                            .sorted(Comparator.comparingLong(Journal::number))
                            .collect(Collectors.toCollection(ArrayList::new)),
                    full);
        }
    }

    /** Whether nothing was left. */
    boolean isEmpty() {
        return files.isEmpty();
    }

    /** Shows every whole record, in order. A process that is killed may leave half a one at the end, which nobody was told of. */
    void replay(Consumer<ByteBuffer> reader) throws IOException {
        for (var file : files) {
            var records = ByteBuffer.wrap(Files.readAllBytes(file));
            while (records.remaining() >= HEADER) {
                var length = records.getInt();
                var checksum = records.getInt();
                if (length <= 0 || length > records.remaining()) {
                    break;
                }
                var record = records.slice(records.position(), length);
                if (checksum(record.duplicate()) != checksum) {
                    break;
                }
                reader.accept(record);
                records.position(records.position() + length);
            }
        }
    }

    /** @throws UncheckedIOException when the file cannot be written: then no later record can be either */
    synchronized void append(Consumer<WriteBuffer> record) {
        var begin = pending.position();
        pending.putInt(0).putInt(0);
        try {
            record.accept(pending);
        } catch (RuntimeException unwritable) {
            pending.position(begin);
            throw unwritable;
        }
        var length = pending.position() - begin - HEADER;
        var written = pending.getBuffer().duplicate();
        written.position(begin + HEADER).limit(pending.position());
        pending.putInt(begin, length).putInt(begin + Integer.BYTES, checksum(written));
        if (pending.position() > MOST_PENDING) {
            flush();
        }
    }

    /**
     * When it returns, all records that were appended before are with the operating system.
     *
     * @return whether it is time for the next file
     * @throws UncheckedIOException as {@link #append}
     */
    synchronized boolean flush() {
        var length = pending.position();
        if (length > 0) {
            try {
                out().write(pending.getBuffer().array(), 0, length);
            } catch (IOException e) {
                broken = true;
                throw new UncheckedIOException("the journal of " + store + " cannot be written", e);
            }
            size += length;
            pending.clear();
        }
        return size >= full;
    }

    /** What follows goes into the next file. The ones before stay until they are {@link #forget forgotten}. */
    synchronized List<Path> turn() throws IOException {
        flush();
        var former = List.copyOf(files);
        if (out != null) {
            out.close();
        }
        number++;
        var next = store.resolveSibling(prefix(store) + number);
        out = new FileOutputStream(next.toFile());
        files.add(next);
        size = 0;
        return former;
    }

    /** The oldest first: one that is left must not be older than one that is gone. */
    synchronized void forget(List<Path> former) throws IOException {
        for (var file : former) {
            Files.deleteIfExists(file);
            files.remove(file);
        }
    }

    /** To be called when the store has everything. */
    @Override
    public synchronized void close() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
        forget(List.copyOf(files));
    }

    private FileOutputStream out() throws IOException {
        if (out == null || broken) {
            throw new IOException(broken ? "it could not be written before" : "it is closed");
        }
        return out;
    }

    private static int checksum(ByteBuffer record) {
        var checksum = new CRC32C();
        checksum.update(record);
        return (int) checksum.getValue();
    }

    private static String prefix(Path store) {
        return store.getFileName() + ".journal.";
    }

    private static long number(Path file) {
        var name = file.getFileName().toString();
        return Long.parseLong(name.substring(name.lastIndexOf('.') + 1));
    }
}
