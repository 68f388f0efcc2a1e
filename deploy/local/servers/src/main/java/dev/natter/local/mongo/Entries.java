package dev.natter.local.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The entries of an index, in the order of their values: each of these, and then the position of their document. */
final class Entries {

    /** Set as long as no document ever had more than one entry. */
    private static final String SINGLE = "single";

    /** With the place of a field: set when a document had several values for it. */
    private static final String SEVERAL = "several.";

    /** A shorter key comes before all that begin with it. */
    private final MVMap<Object[], Object> keys;

    private final MVMap<String, Boolean> traits;

    /** @param traits what is known of the keys, and kept with them */
    Entries(MVMap<Object[], Object> keys, MVMap<String, Boolean> traits) {
        this.keys = keys;
        this.traits = traits;
        if (keys.isEmpty()) {
            traits.put(SINGLE, true);
        }
    }

    /** Those of one document; several when it has an array. */
    void addAll(Collection<KeyValue> ofOne, Object position) {
        if (ofOne.size() > 1) {
            expectSeveral(ofOne);
        }
        ofOne.forEach(values -> add(values, position));
    }

    void add(KeyValue values, Object position) {
        keys.put(key(values, position), true);
    }

    /** These belong to the same document. */
    void expectSeveral(Collection<KeyValue> ofOne) {
        traits.remove(SINGLE);
        var first = ofOne.iterator().next();
        for (var field = 0; field < first.size(); field++) {
            var place = field;
            if (!traits.containsKey(SEVERAL + field)
                    && ofOne.stream().anyMatch(each -> !Objects.equals(each.get(place), first.get(place)))) {
                traits.put(SEVERAL + field, true);
            }
        }
    }

    /** Whether no document has more than one value for the field at this place of the index. */
    boolean isSingle(int field) {
        // Earlier versions did not keep which field had several.
        return areSingle() || (!traits.isEmpty() && !traits.containsKey(SEVERAL + field));
    }

    /** Whether each document has one entry at most: then what lies between two bounds is what meets both, and in order. */
    boolean areSingle() {
        return traits.containsKey(SINGLE);
    }

    void remove(KeyValue values, Object position) {
        keys.remove(key(values, position));
    }

    /** Where the first document with these values is; null when there is none. */
    @Nullable Object first(KeyValue values) {
        var sought = values.stream().toArray();
        var found = keys.ceilingKey(sought);
        return found != null && beginsWith(found, sought) ? found[sought.length] : null;
    }

    /**
     * Puts together where the documents are whose first values are these, and whose next one is within bounds, if there are any.
     *
     * @param least of the next value; null for no bound
     * @param most of the next value, for those of its type; null for no bound
     */
    void collect(
            List<Object> values,
            List<Way.Other> others,
            @Nullable Object least,
            @Nullable Object most,
            Collection<Object> positions) {
        var prefix = values.toArray();
        var next = prefix.length;
        var from = least == null ? prefix : with(prefix, least);
        var cursor = keys.keyIterator(from);
        while (cursor.hasNext()) {
            var key = cursor.next();
            if (!beginsWith(key, prefix) || (most != null && isAbove(key[next], most))) {
                return;
            }
            if (hasAll(key, others)) {
                positions.add(key[key.length - 1]);
            }
        }
    }

    /**
     * Whether the document of this entry may have one of each of these values: its other entries differ in the place of its
     * array alone. Spares the document, which may be large, from being read.
     */
    private boolean hasAll(Object[] key, List<Way.Other> others) {
        return others.stream()
                .allMatch(other -> !isArrayAlone(other.place(), key.length - 1)
                        || other.values().stream()
                                .anyMatch(value -> keys.containsKey(with(key, other.place(), value))));
    }

    /** Whether documents have several values in this place of the index and in no other. */
    private boolean isArrayAlone(int place, int places) {
        return IntStream.range(0, places).allMatch(each -> each == place || isSingle(each));
    }

    private static Object[] with(Object[] key, int place, Object value) {
        var with = key.clone();
        with[place] = value;
        return with;
    }

    /**
     * Where the documents are whose first values are one of these lists, and whose next one is of the bounds' type and within
     * them; in its order, upwards or downwards. One of the bounds must be there, and downwards a bound of text from above.
     */
    Stream<Object> ordered(
            List<List<Object>> prefixes,
            List<Way.Other> others,
            @Nullable Object least,
            @Nullable Object most,
            boolean upwards) {
        var next = prefixes.get(0).size();
        var ranges = prefixes.stream()
                .map(prefix -> ordered(prefix.toArray(), least, most, upwards).iterator())
                .toList();
        var keys = ranges.size() == 1 ? ranges.get(0) : new MergedKeys(ranges, next, upwards);
        var positions = stream(keys).filter(key -> hasAll(key, others)).map(key -> key[key.length - 1]);
        // Several ranges may lead to one document when a field before the bounds is an array.
        return ranges.size() == 1 || areSingle() ? positions : positions.distinct();
    }

    private static Stream<Object[]> stream(Iterator<Object[]> keys) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(keys, Spliterator.ORDERED), false);
    }

    private Stream<Object[]> ordered(Object[] prefix, @Nullable Object least, @Nullable Object most, boolean upwards) {
        var next = prefix.length;
        var type = Objects.requireNonNull(least == null ? most : least).getClass();
        var cursor = upwards
                ? keys.keyIterator(least == null ? prefix : with(prefix, least))
                : keys.keyIteratorReverse(with(prefix, above(most)));
        return stream(cursor)
                .takeWhile(key -> beginsWith(key, prefix))
                .dropWhile(key -> !type.isInstance(key[next]))
                .takeWhile(key -> type.isInstance(key[next])
                        && (upwards
                                ? most == null || !isAbove(key[next], most)
                                : least == null || !isAbove(least, key[next])));
    }

    /** What comes next after all that are not above. */
    private static Object above(@Nullable Object most) {
        if (most instanceof String text) {
            return text + '\0';
        }
        return most instanceof Double number && number < Double.POSITIVE_INFINITY ? Math.nextUp(number) : Double.NaN;
    }

    /** All there are. */
    Stream<Object[]> all() {
        return keys.keySet().stream();
    }

    long count() {
        return keys.sizeAsLong();
    }

    void clear() {
        keys.clear();
        traits.put(SINGLE, true);
    }

    private static Object[] key(KeyValue values, Object position) {
        return with(values.stream().toArray(), Missing.ofNullable(position));
    }

    private static Object[] with(Object[] values, Object last) {
        var all = Arrays.copyOf(values, values.length + 1, Object[].class);
        all[values.length] = last;
        return all;
    }

    private static boolean beginsWith(Object[] key, Object[] prefix) {
        for (var at = 0; at < prefix.length; at++) {
            if (!Objects.equals(key[at], prefix[at])) {
                return false;
            }
        }
        return true;
    }

    /** Those of another type are above or below as a whole, and are not what was asked for either way. */
    private static boolean isAbove(@Nullable Object value, Object most) {
        if (value instanceof String text && most instanceof String other) {
            return text.compareTo(other) > 0;
        }
        return value instanceof Double number && most instanceof Double other && number.compareTo(other) > 0;
    }
}
