package dev.natter.local.journal;

import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.DataType;
import org.jspecify.annotations.Nullable;

/**
 * A map of the store whose changes are recorded, if they are made by {@code put}, {@code remove} with a key, or {@code clear};
 * the other ways cannot be overridden.
 */
final class JournaledMap<K, V> extends MVMap<K, V> {

    private final Changes changes;
    private final String name;

    private JournaledMap(
            Map<String, Object> config, DataType<K> keyType, DataType<V> valueType, Changes changes, String name) {
        super(config, keyType, valueType);
        this.changes = changes;
        this.name = name;
    }

    /** Synchronized, so that two changes of one value are recorded in the order in which they were made. */
    @Override
    public synchronized @Nullable V put(K key, V value) {
        changes.check();
        var former = super.put(key, value);
        changes.put(name, key, value);
        return former;
    }

    @Override
    public synchronized @Nullable V remove(Object key) {
        changes.check();
        var former = super.remove(key);
        if (former != null) {
            changes.remove(name, key);
        }
        return former;
    }

    @Override
    public synchronized void clear() {
        changes.check();
        super.clear();
        changes.clear(name);
    }

    static final class Builder<K, V> extends MVMap.BasicBuilder<JournaledMap<K, V>, K, V> {

        private final Changes changes;
        private final String name;

        Builder(Changes changes, String name) {
            this.changes = changes;
            this.name = name;
        }

        @Override
        protected JournaledMap<K, V> create(Map<String, Object> config) {
            return new JournaledMap<>(config, getKeyType(), getValueType(), changes, name);
        }
    }
}
