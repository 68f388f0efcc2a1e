package dev.natter.local.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks of single fields, at its top or in an {@code $and} there, as far as an index can make use of it. All of it
 * holds for every document that the query matches; not every document of which it holds is one. Of two bounds of one kind for
 * one field, the narrower is enough: some element of an array meets it.
 */
final class Conditions {

    private static final String AND = "$and";
    private static final String OR = "$or";

    private final Map<String, List<List<Object>>> values = new HashMap<>();
    private final Map<String, Object> least = new HashMap<>();
    private final Map<String, Object> most = new HashMap<>();
    private @Nullable List<Document> alternatives;

    private Conditions() {}

    static Conditions of(Document query) {
        var conditions = new Conditions();
        conditions.collect(query);
        return conditions;
    }

    /** Lists of each of which the field has a value, an array perhaps another of each; empty when it may have others. */
    List<List<Object>> values(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** The field has none below, if it has one of this type; null when it may. */
    @Nullable Object least(String field) {
        return least.get(field);
    }

    /** The field has none above, if it has one of this type; null when it may. */
    @Nullable Object most(String field) {
        return most.get(field);
    }

    /** Queries one of which matches; null when nothing is known of any. */
    @Nullable List<Document> alternatives() {
        return alternatives;
    }

    private void collect(Document query) {
        query.forEach((field, value) -> {
            if (field.equals(AND)) {
                documents(value).forEach(this::collect);
            } else if (field.equals(OR)) {
                alternatives = documents(value);
            } else if (value instanceof Document condition) {
                condition.forEach((operator, operand) -> add(field, operator, operand));
            } else {
                add(field, "$eq", value);
            }
        });
    }

    private static List<Document> documents(@Nullable Object parts) {
        return parts instanceof Collection<?> all
                ? all.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .toList()
                : List.of();
    }

    private void add(String field, String operator, @Nullable Object operand) {
        switch (operator) {
            case "$eq" -> addValues(field, operand == null ? List.of() : List.of(operand));
            case "$in" -> addValues(field, operand instanceof Collection<?> all ? all : List.of());
            case "$gt", "$gte" -> addBound(least, field, operand, 1);
            case "$lt", "$lte" -> addBound(most, field, operand, -1);
            default -> {
                // No help, and no harm: the whole query decides.
            }
        }
    }

    private void addValues(String field, Collection<?> all) {
        var comparable = new LinkedHashSet<>();
        for (var each : all) {
            if (!isComparable(each)) {
                return;
            }
            comparable.add(normalized(each));
        }
        if (!comparable.isEmpty()) {
            values.computeIfAbsent(field, unknown -> new ArrayList<>()).add(List.copyOf(comparable));
        }
    }

    /** @param narrower the sign of a bound that is narrower than another, compared with it */
    private static void addBound(Map<String, Object> bounds, String field, @Nullable Object bound, int narrower) {
        if (bound != null && isComparable(bound)) {
            bounds.merge(
                    field,
                    normalized(bound),
                    (known, other) ->
                            known.getClass() == other.getClass() && narrower * EntryType.compareValues(other, known) > 0
                                    ? other
                                    : known);
        }
    }

    /** What else there is may be an operator, or mean several values. */
    private static boolean isComparable(@Nullable Object value) {
        return value instanceof String || value instanceof Number;
    }

    /** As indexes hold it: a number of one type equals that of another. */
    private static Object normalized(Object value) {
        return new KeyValue(value).normalized().get(0);
    }
}
