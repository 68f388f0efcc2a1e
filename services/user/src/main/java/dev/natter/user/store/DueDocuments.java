package dev.natter.user.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.set;

import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Documents with an indexed date {@code publishDueAt}: the outbox of their collection. */
public final class DueDocuments {

    private static final String DUE = "publishDueAt";

    private DueDocuments() {}

    /**
     * Claims, until {@code until}, up to {@code limit} due documents. The first replica moves the date of a document;
     * others find nothing to claim.
     */
    public static <D> Uni<List<D>> claim(
            ReactiveMongoCollection<D> documents,
            Function<D, String> id,
            Function<D, @Nullable Instant> dueAt,
            Instant now,
            Instant until,
            int limit) {
        return documents
                .find(new FindOptions()
                        .filter(lte(DUE, now))
                        .sort(ascending(DUE))
                        .limit(limit))
                .onItem()
                .transformToUniAndConcatenate(due -> documents.findOneAndUpdate(
                        and(eq("_id", id.apply(due)), eq(DUE, dueAt.apply(due))), set(DUE, until)))
                .collect()
                .asList();
    }
}
