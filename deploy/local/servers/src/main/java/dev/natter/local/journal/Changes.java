package dev.natter.local.journal;

import java.nio.ByteBuffer;
import java.util.function.Function;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.ObjectDataType;
import org.h2.mvstore.type.StringDataType;

/** What happens to maps, as records of the journal: what it is, the map, and key and value as the store itself writes them. */
final class Changes {

    private static final byte PUT = 1;
    private static final byte REMOVE = 2;
    private static final byte CLEAR = 3;
    private static final byte DROP = 4;

    private final Journal journal;
    private final Function<String, DataType<?>> keyTypes;

    Changes(Journal journal, Function<String, DataType<?>> keyTypes) {
        this.journal = journal;
        this.keyTypes = keyTypes;
    }

    /** Throws when nothing can be recorded, so that nothing is changed either. */
    void check() {
        journal.check();
    }

    void put(String map, Object key, Object value) {
        journal.append(record -> {
            begin(record, PUT, map);
            keyType(map).write(record, key);
            new ObjectDataType().write(record, value);
        });
    }

    void remove(String map, Object key) {
        journal.append(record -> {
            begin(record, REMOVE, map);
            keyType(map).write(record, key);
        });
    }

    void clear(String map) {
        journal.append(record -> begin(record, CLEAR, map));
    }

    void drop(String map) {
        journal.append(record -> begin(record, DROP, map));
    }

    /** Does once more what this record says. */
    void repeat(ByteBuffer record, MVStore store) {
        var kind = record.get();
        var name = StringDataType.INSTANCE.read(record);
        if (kind == DROP) {
            store.removeMap(name);
            return;
        }
        var map = store.openMap(name, new MVMap.Builder<Object, Object>().keyType(keyType(name)));
        switch (kind) {
            case PUT -> {
                var key = keyType(name).read(record);
                map.put(key, new ObjectDataType().read(record));
            }
            case REMOVE -> map.remove(keyType(name).read(record));
            case CLEAR -> map.clear();
            default -> throw new IllegalStateException("the journal has a change of an unknown kind, " + kind);
        }
    }

    private static void begin(WriteBuffer record, byte kind, String map) {
        StringDataType.INSTANCE.write(record.put(kind), map);
    }

    @SuppressWarnings("unchecked")
    private DataType<Object> keyType(String map) {
        return (DataType<Object>) keyTypes.apply(map);
    }
}
