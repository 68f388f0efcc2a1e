package dev.natter.chat.store;

import io.quarkus.logging.Log;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The database, once its indexes exist. They are made when it is first asked (readiness asks), so that the service starts
 * whether or not MongoDB is there, and nobody writes without the unique indexes that decide races.
 */
@ApplicationScoped
public class ChatDatabase {

    private final ReactiveMongoDatabase database;
    private final Uni<Void> ready;

    ChatDatabase(ReactiveMongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String name) {
        this.database = client.getDatabase(name);
        var failed = new AtomicBoolean();
        this.ready = Uni.createFrom()
                .deferred(this::makeIndexes)
                .onFailure()
                .invoke(() -> failed.set(true))
                .memoize()
                .until(() -> failed.getAndSet(false));
    }

    /** Completes once every index exists; fails like any question while the database is away. */
    public Uni<Void> ready() {
        return ready.onFailure(StoreFailures::isOutage).transform(failure -> StoreFailures.away());
    }

    /**
     * Asks something of one collection. When the database is away the answer is a 503 {@link dev.natter.web.Refusal};
     * other failures come as the driver has them, for the adapter to judge.
     */
    public <D, R> Uni<R> ask(
            StoredCollection collection, Class<D> type, Function<ReactiveMongoCollection<D>, Uni<R>> question) {
        return attempt(collection, type, question)
                .onFailure(StoreFailures::isOutage)
                .invoke(failure -> Log.warnf("MongoDB is unavailable: %s", failure.getMessage()))
                .onFailure()
                .transform(StoreFailures::readable);
    }

    /** As {@link #ask}, but every failure comes as the driver has it: for a write whose outcome must be found out. */
    public <D, R> Uni<R> attempt(
            StoredCollection collection, Class<D> type, Function<ReactiveMongoCollection<D>, Uni<R>> question) {
        return ready.chain(() -> question.apply(database.getCollection(collection.wireName(), type)));
    }

    private Uni<Void> makeIndexes() {
        var byCollection = Arrays.stream(StoredIndex.values()).collect(Collectors.groupingBy(StoredIndex::collection));
        return Multi.createFrom()
                .iterable(byCollection.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        entry -> database.getCollection(entry.getKey().wireName())
                                .createIndexes(entry.getValue().stream()
                                        .map(StoredIndex::model)
                                        .toList()))
                .collect()
                .asList()
                .invoke(made -> Log.infof("indexes are there: %s", made))
                .replaceWithVoid();
    }
}
