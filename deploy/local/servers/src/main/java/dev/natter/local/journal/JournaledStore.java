package dev.natter.local.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.DataType;
import org.jspecify.annotations.Nullable;

/**
 * Named maps in a file, or in memory. Changes are durable, also against a kill of the process, once {@link #flush} has
 * returned: call it before acknowledging them. Thread-safe.
 */
public final class JournaledStore implements AutoCloseable {

    /** About twice as much is read at most when a killed process starts again. */
    private static final long FULL = 16L << 20;

    private final MVStore store;
    private final Function<String, DataType<?>> keyTypes;
    private final @Nullable Journal journal;
    private final @Nullable Changes changes;

    private JournaledStore(MVStore store, Function<String, DataType<?>> keyTypes, @Nullable Journal journal) {
        this.store = store;
        this.keyTypes = keyTypes;
        this.journal = journal;
        this.changes = journal == null ? null : new Changes(journal, keyTypes);
    }

    /**
     * Opens what the file has, and what a killed process had still to write into it.
     *
     * @param file null for a store that is in memory only
     * @param keyTypes makes the type of a map's keys, by the map's name; a new one each time, unless threads can share it
     */
    public static JournaledStore open(@Nullable Path file, Function<String, DataType<?>> keyTypes) {
        return open(file, keyTypes, FULL);
    }

    /** @param full bytes of a journal's file, from which on the next one should follow */
    static JournaledStore open(@Nullable Path file, Function<String, DataType<?>> keyTypes, long full) {
        if (file == null) {
            return new JournaledStore(MVStore.open(null), keyTypes, null);
        }
        try {
            var journal = Journal.of(file, full);
            recover(file, journal, keyTypes);
            var store = MVStore.open(file.toString());
            journal.begin(() -> keep(store));
            return new JournaledStore(store, keyTypes, journal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void recover(Path file, Journal journal, Function<String, DataType<?>> keyTypes) throws IOException {
        if (journal.isEmpty()) {
            return;
        }
        var changes = new Changes(journal, keyTypes);
        try (var store = MVStore.open(file.toString())) {
            journal.replay(record -> changes.repeat(record, store));
            keep(store);
        }
        journal.close();
    }

    /** Comes into being when it is not there yet. */
    public <K, V> MVMap<K, V> openMap(String name) {
        @SuppressWarnings("unchecked")
        var keyType = (DataType<K>) keyTypes.apply(name);
        return changes == null
                ? store.openMap(name, new MVMap.Builder<K, V>().keyType(keyType))
                : store.openMap(name, new JournaledMap.Builder<K, V>(changes, name).keyType(keyType));
    }

    public boolean hasMap(String name) {
        return store.hasMap(name);
    }

    public Set<String> mapNames() {
        return store.getMapNames();
    }

    /** Nothing happens when it is not there. */
    public void removeMap(String name) {
        if (changes != null) {
            changes.check();
        }
        store.removeMap(name);
        if (changes != null) {
            changes.drop(name);
        }
    }

    /** Bytes; 0 in memory. */
    public long size() {
        var file = store.getFileStore();
        return file == null ? 0 : file.size();
    }

    /** How long chunks stay at least after they were written, when no version has their pages; 45 s by default. */
    void setRetention(Duration time) {
        store.setRetentionTime((int) time.toMillis());
    }

    /**
     * Runs this while the store keeps what it reads. Without it the store may give up a chunk of the file, 45 s after it was
     * written, from under a reader whose pages another thread has replaced ("Chunk not found").
     */
    public <T> T use(Supplier<T> work) {
        var usage = store.registerVersionUsage();
        try {
            return work.get();
        } finally {
            store.deregisterVersionUsage(usage);
        }
    }

    /**
     * Returns when what was changed before would outlive the process.
     *
     * @throws UncheckedIOException when that cannot be had: the disk is full, say. Nothing can be changed then until the
     *     store is opened anew.
     */
    public void flush() {
        if (journal != null) {
            journal.flush();
        }
    }

    /**
     * What was changed before is in the store's file then, and the file on the disk. Throws when it is not, also when it was a
     * commit of another thread that failed, or one of before.
     */
    private static void keep(MVStore store) {
        store.commit();
        // Waits for what another thread has begun to write.
        store.executeFilestoreOperation(store::sync);
    }

    /** The journal stays for the next start when the store cannot be written. */
    @Override
    public void close() {
        if (store.isClosed() && store.getPanicException() == null) {
            return;
        }
        if (journal == null) {
            store.close();
            return;
        }
        keep(store);
        store.close();
        if (store.getPanicException() != null) {
            throw store.getPanicException();
        }
        try {
            journal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
