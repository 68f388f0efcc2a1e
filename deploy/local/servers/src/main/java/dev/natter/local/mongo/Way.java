package dev.natter.local.mongo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way through an index to all documents that may match a query.
 *
 * @param prefixes the first values that these can have
 * @param least of the value behind them; null for no bound
 * @param most of the value behind them; null for no bound
 */
record Way(
        Entries entries,
        List<List<Object>> prefixes,
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
                return prefixes.get(0).isEmpty() ? null : bounded(entries, prefixes, field, asked);
            }
            if ((long) prefixes.size() * values.size() > MOST_PREFIXES) {
                return null;
            }
            prefixes = each(prefixes, values);
        }
        return new Way(entries, prefixes, null, null);
    }

    /** By one bound: what lies in an array may meet the two with different elements. */
    private static Way bounded(Entries entries, List<List<Object>> prefixes, String field, Conditions asked) {
        var least = asked.least(field);
        return new Way(entries, prefixes, least, least == null ? asked.most(field) : null);
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

    void collect(Collection<Object> positions) {
        prefixes.forEach(prefix -> entries.collect(prefix, least, most, positions));
    }
}
