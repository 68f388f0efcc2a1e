package dev.natter.local.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;

/**
 * A unique index that takes every query which names each of its fields by value, whatever else the query asks: there is at
 * most one such document, and the collection holds what an index finds against the whole query anyway.
 */
final class NarrowingIndex extends Index<Object> {

    private final Index<Object> index;

    NarrowingIndex(Index<Object> index, boolean sparse) {
        super(index.getName(), index.getKeys(), sparse);
        this.index = index;
    }

    @Override
    public boolean canHandle(Document query) {
        return index.canHandle(query) || index.canHandle(narrowed(query));
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        return index.getPositions(index.canHandle(query) ? query : narrowed(query));
    }

    /** The part of the query that this index knows; fewer fields than it has when it knows too little. */
    private Document narrowed(Document query) {
        var values = Equalities.in(query);
        var narrowed = new Document();
        for (var field : keys()) {
            var value = values.get(field);
            if (value != null) {
                narrowed.append(field, value);
            }
        }
        return narrowed;
    }

    @Override
    public Object getPosition(Document document) {
        return index.getPosition(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        index.checkAdd(document, collection);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        index.add(document, position, collection);
    }

    @Override
    public Object remove(Document document) {
        return index.remove(document);
    }

    @Override
    public long getCount() {
        return index.getCount();
    }

    @Override
    public boolean isEmpty() {
        return index.isEmpty();
    }

    @Override
    public long getDataSize() {
        return index.getDataSize();
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        index.checkUpdate(before, after, collection);
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection)
            throws de.bwaldvogel.mongo.exception.KeyConstraintError {
        index.updateInPlace(before, after, position, collection);
    }

    @Override
    public void drop() {
        index.drop();
    }

    @Override
    public boolean isUnique() {
        return index.isUnique();
    }

    @Override
    public Document toIndexDescription() {
        return index.toIndexDescription();
    }
}
