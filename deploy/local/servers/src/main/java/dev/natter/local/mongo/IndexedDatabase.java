package dev.natter.local.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import dev.natter.local.journal.JournaledStore;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.ObjectDataType;
import org.jspecify.annotations.Nullable;

/** A database in an H2 store, laid out as {@code H2Database} does, but for its indexes. */
final class IndexedDatabase extends AbstractSynchronizedMongoDatabase<Object> {

    private static final String DATA = "databases.";
    private static final String META = "meta.";
    private static final String INDEX = "ordered.";
    private static final String TRAITS = "traits.";

    private final JournaledStore store;

    IndexedDatabase(String name, JournaledStore store, CursorRegistry cursors) {
        super(name, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
    }

    /** Of all there are in that store. */
    static Set<String> names(JournaledStore store) {
        return store.mapNames().stream()
                .filter(map -> map.startsWith(DATA))
                .map(map -> Utils.firstFragment(map.substring(DATA.length())))
                .collect(Collectors.toSet());
    }

    /** Of the keys of that map of the store. */
    static DataType<?> keyType(String map) {
        return map.startsWith(INDEX) ? new EntryType() : new ObjectDataType();
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        var fullName = getFullCollectionNamespace(name);
        return new IndexedCollection(
                this, name, options, store.openMap(DATA + fullName), store.openMap(META + fullName), cursorRegistry);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new UniqueIndex(entries(collection, name), name, keys, sparse);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new SecondaryIndex(entries(collection, name), name, keys, sparse);
    }

    private Entries entries(String collection, String index) {
        var fullName = getFullCollectionNamespace(collection);
        // What earlier versions left. An empty index is filled from its collection.
        var former = fullName + "._index_" + index;
        if (store.hasMap(former)) {
            store.removeMap(former);
        }
        var path = fullName + "." + index;
        return new Entries(store.openMap(INDEX + path), store.openMap(TRAITS + path));
    }

    /** The first stage of an aggregation usually selects the documents; by default it would read all. */
    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, @Nullable Oplog oplog) {
        var matched = command.equalsIgnoreCase("aggregate") ? firstMatch(query) : null;
        var collection =
                matched != null && query.get(command) instanceof String name ? resolveCollection(name, false) : null;
        if (matched == null || collection == null) {
            return super.handleCommand(channel, command, query, databases, oplog);
        }
        var aggregation = Aggregation.fromPipeline(query.get("pipeline"), databases, this, collection, oplog);
        aggregation.validate(query);
        if (aggregation.isModifying()) {
            return super.handleCommand(channel, command, query, databases, oplog);
        }
        var found = aggregation.runStages(collection.handleQueryAsStream(matched));
        var cursor =
                new Document("id", 0L).append("ns", collection.getFullName()).append("firstBatch", found);
        return new Document("cursor", cursor).append("ok", 1.0);
    }

    private static @Nullable Document firstMatch(Document aggregation) {
        return aggregation.get("pipeline") instanceof List<?> stages
                        && !stages.isEmpty()
                        && stages.get(0) instanceof Document first
                        && first.get("$match") instanceof Document matched
                ? matched
                : null;
    }

    @Override
    public void dropCollection(String name, @Nullable Oplog oplog) {
        super.dropCollection(name, oplog);
        var fullName = getFullCollectionNamespace(name);
        store.removeMap(DATA + fullName);
        store.removeMap(META + fullName);
    }

    /** Not used; the data under the old name would be lost at the next start. */
    @Override
    public void moveCollection(MongoDatabase former, MongoCollection<?> collection, String name) {
        throw new UnsupportedOperationException("collections keep their names here");
    }

    @Override
    public void drop(@Nullable Oplog oplog) {
        super.drop(oplog);
        store.mapNames().stream().filter(this::isOurs).toList().forEach(store::removeMap);
    }

    private boolean isOurs(String map) {
        return List.of(DATA, META, INDEX, TRAITS).stream()
                .anyMatch(prefix -> map.startsWith(prefix + databaseName + "."));
    }

    @Override
    protected long getStorageSize() {
        return store.size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }
}
