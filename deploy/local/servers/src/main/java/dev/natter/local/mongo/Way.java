package dev.natter.local.mongo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way through an index to all documents that may match a query.
 *
 * @param prefixes the first values that these can have
 * @param next the field behind them, when there are bounds for it
 * @param least of the value behind them; null for no bound
 * @param most of the value behind them; null for no bound
 */
record Way(
        Entries entries,
        List<List<Object>> prefixes,
        @Nullable String next,
        @Nullable Object least,
        @Nullable Object most) {

    /** More would take longer to try one by one than what lies between them to read. */
    private static final int MOST_PREFIXES = 10_000;

    /** Null when the index is of no use: what is asked says nothing of its first field, or too much. */
    static @Nullable Way through(Entries entries, List<String> fields, Conditions asked) {
        var prefixes = List.of(List.<Object>of());
        for (var field : fields) {
            var values = asked.values(field);
            if (values == null) {
                return bounded(entries, prefixes, field, asked);
            }
            if ((long) prefixes.size() * values.size() > MOST_PREFIXES) {
                return null;
            }
            prefixes = each(prefixes, values);
        }
        return new Way(entries, prefixes, null, null, null);
    }

    /** Where the field is an array by one bound alone: different elements may meet the two. */
    private static @Nullable Way bounded(Entries entries, List<List<Object>> prefixes, String field, Conditions asked) {
        var least = asked.least(field);
        var most = asked.most(field);
        if (least == null && most == null) {
            return prefixes.get(0).isEmpty() ? null : new Way(entries, prefixes, null, null, null);
        }
        var isSingle = entries.isSingle(prefixes.get(0).size());
        return new Way(entries, prefixes, field, least, least == null || isSingle ? most : null);
    }

    private static List<List<Object>> each(List<List<Object>> prefixes, List<Object> values) {
        var longer = new ArrayList<List<Object>>(prefixes.size() * values.size());
        for (var prefix : prefixes) {
            for (var value : values) {
                var with = new ArrayList<>(prefix);
                with.add(value);
                longer.add(with);
            }
        }
        return longer;
    }

    /** How narrow it is: by each value that is known, and less by a bound. */
    int narrowness() {
        return 2 * prefixes.get(0).size() + (least != null || most != null ? 1 : 0);
    }

    /**
     * The same in the order of this field, and no more of it read than is taken; null when the index does not know it.
     *
     * @param order ascending when positive, or else descending
     */
    @Nullable Stream<Object> ordered(String field, int order) {
        var knows = field.equals(next)
                && entries.isSingle(prefixes.get(0).size())
                && (least == null || most == null || least.getClass() == most.getClass())
                && (order > 0 || most != null || least instanceof Double);
        return knows ? entries.ordered(prefixes, least, most, order > 0) : null;
    }

    void collect(Collection<Object> positions) {
        prefixes.forEach(prefix -> entries.collect(prefix, least, most, positions));
    }
}
