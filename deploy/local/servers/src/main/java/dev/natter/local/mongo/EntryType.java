package dev.natter.local.mongo;

import de.bwaldvogel.mongo.backend.Missing;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;

/**
 * Keys of an index, in the order and format of {@link ObjectDataType} for arrays. That class caches the type of the
 * last value without synchronisation, and comparisons of dates or absent values sometimes fail while the store's own
 * thread writes ("Can not compare"). So each user here has its own instance.
 */
final class EntryType extends BasicDataType<Object[]> {

    @Override
    public int compare(Object[] key, Object[] other) {
        var common = Math.min(key.length, other.length);
        for (var at = 0; at < common; at++) {
            var order = compareValues(key[at], other[at]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(key.length, other.length);
    }

    static int compareValues(Object value, Object other) {
        if (value instanceof String text && other instanceof String otherText) {
            return text.compareTo(otherText);
        }
        if (value instanceof Double number && other instanceof Double otherNumber) {
            return number.compareTo(otherNumber);
        }
        return value == other ? 0 : new ObjectDataType().compare(value, other);
    }

    @Override
    public int getMemory(Object[] key) {
        return new ObjectDataType().getMemory(key);
    }

    @Override
    public void write(WriteBuffer buffer, Object[] key) {
        new ObjectDataType().write(buffer, key);
    }

    /** What is missing is one object, known by its identity: here again after it was written. */
    @Override
    public Object[] read(ByteBuffer buffer) {
        var key = (Object[]) new ObjectDataType().read(buffer);
        Arrays.setAll(key, at -> key[at] instanceof Missing ? Missing.getInstance() : key[at]);
        return key;
    }

    @Override
    public Object[][] createStorage(int size) {
        return new Object[size][];
    }
}
