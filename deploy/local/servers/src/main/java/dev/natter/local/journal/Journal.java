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
import java.util.Objects;
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

    /** Bytes of unflushed records; a command with many changes flushes on its way. */
    private static final int MOST_PENDING = 1 << 20;

    private static final int HEADER = 2 * Integer.BYTES;

    private final Path store;
    private final List<Path> files;
    private final long full;
    private final Object turning = new Object();
    private final WriteBuffer pending = new WriteBuffer(1 << 16);
    private @Nullable FileOutputStream out;
    private long number;
    private long size;
    private boolean broken;
    private @Nullable Runnable keep;

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

    /**
     * Reads all complete records, in order. A killed process may leave an incomplete, unacknowledged one at the end.
     */
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

    /**
     * Opens the first file, when nothing is left of what there was.
     *
     * @param keep puts everything that was changed so far where it needs no journal, or throws
     */
    void begin(Runnable keep) throws IOException {
        this.keep = keep;
        next();
    }

    /** @throws UncheckedIOException when the file could not be written: then no later record can be either */
    synchronized void check() {
        if (broken) {
            throw new UncheckedIOException(new IOException("the journal of " + store + " could not be written"));
        }
    }

    /** To be called when the change is made. Throws as {@link #flush} does. */
    void append(Consumer<WriteBuffer> record) {
        if (add(record) > MOST_PENDING) {
            flush();
        }
    }

    private synchronized int add(Consumer<WriteBuffer> record) {
        check();
        var begin = pending.position();
        var whole = false;
        try {
            pending.putInt(0).putInt(0);
            record.accept(pending);
            whole = true;
        } finally {
            if (!whole) {
                pending.position(begin);
            }
        }
        var end = pending.position();
        var written = pending.getBuffer().duplicate();
        written.position(begin + HEADER).limit(end);
        pending.putInt(begin, end - begin - HEADER).putInt(begin + Integer.BYTES, checksum(written));
        return end;
    }

    /**
     * When it returns, all records that were appended before are with the operating system.
     *
     * @throws UncheckedIOException when they cannot be: then no later record can be either
     */
    void flush() {
        if (write() >= full) {
            turn();
        }
    }

    private synchronized long write() {
        check();
        var length = pending.position();
        if (length > 0) {
            try {
                out().write(pending.getBuffer().array(), 0, length);
            } catch (IOException e) {
                // A record was perhaps cut short, and none behind it would be found again.
                broken = true;
                throw new UncheckedIOException("the journal of " + store + " cannot be written", e);
            } finally {
                pending.clear();
            }
            size += length;
        }
        return size;
    }

    /** By one at a time. Who finds the next file full as well waits, so that there are no more than two. */
    private void turn() {
        synchronized (turning) {
            if (write() < full) {
                return;
            }
            try {
                var former = next();
                Objects.requireNonNull(keep).run();
                forget(former);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What follows goes into the next file; returns the ones before. */
    private synchronized List<Path> next() throws IOException {
        var former = List.copyOf(files);
        var file = store.resolveSibling(prefix(store) + (number + 1));
        var next = new FileOutputStream(file.toFile());
        if (out != null) {
            out.close();
        }
        number++;
        out = next;
        files.add(file);
        size = 0;
        return former;
    }

    /** The oldest first: one that is left must not be older than one that is gone. */
    private synchronized void forget(List<Path> former) throws IOException {
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
        if (out == null) {
            throw new IOException("it is closed");
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
