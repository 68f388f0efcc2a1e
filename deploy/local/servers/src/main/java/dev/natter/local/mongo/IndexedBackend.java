package dev.natter.local.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import dev.natter.local.journal.JournaledStore;
import io.netty.channel.Channel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A backend in an H2 store, with indexes that are used, and that keeps what it has answered for when it is killed. */
public final class IndexedBackend extends AbstractMongoBackend {

    private final JournaledStore store;

    private IndexedBackend(JournaledStore store) {
        this.store = store;
        IndexedDatabase.names(store).forEach(this::resolveDatabase);
    }

    /**
     * Opens what is kept there, as it was when it last answered.
     *
     * @param file null for memory
     */
    public static IndexedBackend open(@Nullable Path file) {
        return new IndexedBackend(JournaledStore.open(file, IndexedDatabase::keyType));
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new IndexedDatabase(name, store, getCursorRegistry());
    }

    /** Answers when it would outlive this process. */
    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        var answer = store.use(() -> super.handleCommand(channel, database, command, query));
        store.flush();
        return answer;
    }

    @Override
    public void close() {
        super.close();
        store.close();
    }
}
