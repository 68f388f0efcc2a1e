package dev.natter.local.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Looks at no more documents than the narrowest index leaves. */
final class IndexedCollection extends H2Collection {

    IndexedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> data,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, data, meta, cursors);
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document order,
            int skipped,
            int limit,
            int batchSize,
            @Nullable Document fields) {
        var ways = ways(query);
        if (ways == null) {
            return super.queryDocuments(query, order, skipped, limit, batchSize, fields);
        }
        var ordered = ordered(ways, order);
        if (ordered != null) {
            return matchDocumentsFromStream(
                    ordered.map(this::getDocument),
                    ways.get(0).remaining(query),
                    null,
                    skipped,
                    limit,
                    batchSize,
                    fields);
        }
        var positions = new LinkedHashSet<>();
        ways.forEach(way -> way.collect(positions));
        var remaining = ways.size() == 1 ? ways.get(0).remaining(query) : query;
        return matchDocuments(remaining, positions, order, skipped, limit, batchSize, fields);
    }

    /** The positions in the order that is wanted, where the index has it; null when they are to be sorted, or need not be. */
    private static @Nullable Stream<Object> ordered(List<Way> ways, @Nullable Document order) {
        if (order == null || order.size() != 1 || ways.size() != 1) {
            return null;
        }
        var wanted = order.entrySet().iterator().next();
        return wanted.getValue() instanceof Number direction
                ? ways.get(0).ordered(wanted.getKey(), direction.intValue())
                : null;
    }

    /** Which together lead to all that may match; null when no index helps. */
    private @Nullable List<Way> ways(Document query) {
        var asked = Conditions.of(query);
        var best = getIndexes().stream()
                .filter(OrderedIndex.class::isInstance)
                .map(index -> ((OrderedIndex) index).way(asked))
                .filter(Objects::nonNull)
                .max(Comparator.comparingInt(Way::narrowness));
        if (best.isPresent()) {
            return List.of(best.get());
        }
        var alternatives = asked.alternatives();
        if (alternatives == null) {
            return null;
        }
        var all = new ArrayList<Way>();
        for (var each : alternatives) {
            var ways = ways(each);
            if (ways == null) {
                return null;
            }
            all.addAll(ways);
        }
        return all;
    }
}
