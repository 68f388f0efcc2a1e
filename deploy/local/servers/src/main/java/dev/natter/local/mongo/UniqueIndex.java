package dev.natter.local.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/** No two documents have the same values. */
final class UniqueIndex extends AbstractUniqueIndex<Object> implements OrderedIndex {

    private final Entries entries;

    UniqueIndex(Entries entries, String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.entries = entries;
    }

    @Override
    public @Nullable Way way(Conditions asked) {
        return Way.through(entries, keys(), asked);
    }

    @Override
    public synchronized void add(Document document, Object position, MongoCollection<Object> collection) {
        var keys = getKeyValues(document);
        if (keys.size() > 1) {
            entries.expectSeveral(keys);
        }
        super.add(document, position, collection);
    }

    @Override
    protected @Nullable Object getPosition(KeyValue values) {
        return entries.first(values);
    }

    @Override
    protected boolean putKeyPosition(KeyValue values, Object position) {
        if (entries.first(values) != null) {
            return false;
        }
        entries.add(values, position);
        return true;
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue values) {
        var position = entries.first(values);
        if (position != null) {
            entries.remove(values, position);
        }
        return position;
    }

    @Override
    protected Iterable<Entry<KeyValue, Object>> getIterable() {
        return entries.all().map(UniqueIndex::entry).toList();
    }

    private static Entry<KeyValue, Object> entry(Object[] key) {
        return Map.entry(new KeyValue(Arrays.asList(key).subList(0, key.length - 1)), key[key.length - 1]);
    }

    @Override
    public long getCount() {
        return entries.count();
    }

    @Override
    public long getDataSize() {
        return entries.count();
    }

    @Override
    public void drop() {
        entries.clear();
    }
}
