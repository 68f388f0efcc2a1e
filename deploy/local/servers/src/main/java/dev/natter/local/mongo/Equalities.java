package dev.natter.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The fields that a query wants to have certain values, at its top or in an {@code $and} there. */
final class Equalities {

    private static final String AND = "$and";
    private static final String EQUAL = "$eq";

    private Equalities() {}

    static Map<String, Object> in(Document query) {
        var values = new HashMap<String, Object>();
        collect(query, values);
        return values;
    }

    private static void collect(Document query, Map<String, Object> values) {
        query.forEach((field, value) -> {
            if (field.equals(AND) && value instanceof Collection<?> parts) {
                for (var part : parts) {
                    if (part instanceof Document document) {
                        collect(document, values);
                    }
                }
            } else if (value instanceof Document condition && condition.size() == 1 && condition.containsKey(EQUAL)) {
                add(values, field, condition.get(EQUAL));
            } else {
                add(values, field, value);
            }
        });
    }

    /** Texts and numbers only: what else there is may be an operator, or mean several values. */
    private static void add(Map<String, Object> values, String field, Object value) {
        if (value instanceof String || value instanceof Number) {
            values.putIfAbsent(field, value);
        }
    }
}
