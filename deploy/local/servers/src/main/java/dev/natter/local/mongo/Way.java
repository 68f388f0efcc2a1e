package dev.natter.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way through an index to all documents that may match a query.
 *
 * @param exact the fields that have one of these values in each of these documents
 * @param prefixes the first values that these can have
 * @param others further values of which the field at a place of the index has one each
 * @param next the field behind them, when there are bounds for it
 * @param least of the value behind them; null for no bound
 * @param most of the value behind them; null for no bound
 */
record Way(
        Entries entries,
        Map<String, List<Object>> exact,
        List<List<Object>> prefixes,
        List<Other> others,
        @Nullable String next,
        @Nullable Object least,
        @Nullable Object most) {

    /** More would take longer to try one by one than what lies between them to read. */
    private static final int MOST_PREFIXES = 10_000;

    /** An array has one of these values, too: an entry of its document with that in this place is in the index. */
    record Other(int place, List<Object> values) {}

    /** Null when the index is of no use: what is asked says nothing of its first field, or too much. */
    static @Nullable Way through(Entries entries, List<String> fields, Conditions asked) {
        var prefixes = List.of(List.<Object>of());
        var others = new ArrayList<Other>();
        var exact = new HashMap<String, List<Object>>();
        for (var field : fields) {
            var lists = asked.values(field);
            if (lists.isEmpty()) {
                return bounded(new Way(entries, exact, prefixes, others, null, null, null), field, asked);
            }
            var values = lists.get(0);
            if ((long) prefixes.size() * values.size() > MOST_PREFIXES) {
                return null;
            }
            var place = prefixes.get(0).size();
            lists.stream().skip(1).map(list -> new Other(place, list)).forEach(others::add);
            prefixes = each(prefixes, values);
            exact.put(field, values);
        }
        return new Way(entries, exact, prefixes, others, null, null, null);
    }

    /** Where the field is an array by one bound alone: different elements may meet the two. */
    private static @Nullable Way bounded(Way way, String field, Conditions asked) {
        var least = asked.least(field);
        var most = asked.most(field);
        var known = way.prefixes.get(0).size();
        if (least == null && most == null) {
            return known == 0 ? null : way;
        }
        var isSingle = way.entries.isSingle(known);
        return new Way(
                way.entries,
                way.exact,
                way.prefixes,
                way.others,
                field,
                least,
                least == null || isSingle ? most : null);
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
        return knows ? entries.ordered(prefixes, others, least, most, order > 0) : null;
    }

    /**
     * What is left to be compared with each document: all but the lists of text that the index has answered. A document compared
     * with each of a list of ids, for each of them, would take their square.
     */
    Document remaining(Document query) {
        var remaining = new Document();
        query.forEach((field, condition) -> {
            if (field.equals("$and") && condition instanceof Collection<?> parts) {
                var left = parts.stream()
                        .map(part -> part instanceof Document document ? remaining(document) : part)
                        .filter(part -> !(part instanceof Document document && document.isEmpty()))
                        .toList();
                if (!left.isEmpty()) {
                    remaining.put(field, left);
                }
            } else if (!isAnswered(field, condition)) {
                remaining.put(field, condition);
            }
        });
        return remaining;
    }

    private boolean isAnswered(String field, @Nullable Object condition) {
        var values = exact.get(field);
        return values != null
                && values.stream().allMatch(String.class::isInstance)
                && (condition instanceof String
                        || (condition instanceof Document operators
                                && operators.size() == 1
                                && operators.get("$in") instanceof Collection<?>))
                && Conditions.of(new Document(field, condition)).values(field).equals(List.of(values));
    }

    void collect(Collection<Object> positions) {
        prefixes.forEach(prefix -> entries.collect(prefix, others, least, most, positions));
    }
}
