package dev.natter.local.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Any number of documents may have the same values. */
final class SecondaryIndex extends Index<Object> implements OrderedIndex {

    private static final String ID = "_id";

    private final Entries entries;

    SecondaryIndex(Entries entries, String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.entries = entries;
    }

    @Override
    public @Nullable Way way(Conditions asked) {
        return Way.through(entries, keys(), asked);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        entries.addAll(getKeyValues(document), position);
    }

    @Override
    public Object remove(Document document) {
        // Where a document is, is what it is called.
        var position = Missing.ofNullable(document.get(ID));
        getKeyValues(document).forEach(values -> entries.remove(values, position));
        return position;
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        if (!areSame(before, after) && !nullAwareEqualsKeys(before, after)) {
            remove(before);
            add(after, position, collection);
        }
    }

    /** The usual case, without creating an entry for each element of an array. */
    private boolean areSame(Document before, Document after) {
        return keys().stream()
                .map(field -> field.split("\\.", 2)[0])
                .allMatch(field -> Objects.equals(before.get(field), after.get(field)));
    }

    /** Unknown: others tell it. */
    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        // Nothing is refused.
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        // Nothing is refused.
    }

    /** Only the collection knows the best of all ways. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException();
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
