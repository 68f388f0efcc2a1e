package dev.natter.chat.mongo;

import io.quarkus.logging.Log;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The database, once its indexes exist: created by the first command, so that the service starts without MongoDB, and nothing
 * is written without the unique indexes that decide races.
 */
@ApplicationScoped
public class ChatDatabase {

    private final ReactiveMongoDatabase database;
    private final Uni<Void> ready;

    ChatDatabase(ReactiveMongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String name) {
        this.database = client.getDatabase(name);
        var failed = new AtomicBoolean();
        this.ready = Uni.createFrom()
                .deferred(this::createIndexes)
                .onFailure()
                .invoke(() -> failed.set(true))
                .memoize()
                .until(() -> failed.getAndSet(false));
    }

    /** Completes once every index exists; fails with 503 while the database is unavailable. */
    public Uni<Void> ready() {
        return ready.onFailure(DatabaseFailures::isOutage).transform(failure -> DatabaseFailures.unavailable());
    }

    /**
     * Executes a command of a repository. Fails with a 503 while the database is unavailable; other failures come as they
     * are.
     */
    public <R> Uni<R> execute(Supplier<Uni<R>> command) {
        return ready.chain(() -> command.get())
                .onFailure(DatabaseFailures::isOutage)
                .invoke(failure -> Log.warnf("MongoDB is unavailable: %s", failure.getMessage()))
                .onFailure()
                .transform(DatabaseFailures::readable);
    }

    /** A collection for the driver's own commands, to be given to {@link #execute}. */
    public <D> ReactiveMongoCollection<D> collection(String name, Class<D> type) {
        return database.getCollection(name, type);
    }

    private Uni<Void> createIndexes() {
        return Multi.createFrom()
                .iterable(Indexes.BY_COLLECTION.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        each -> database.getCollection(each.getKey()).createIndexes(each.getValue()))
                .collect()
                .asList()
                .invoke(created -> Log.infof("Indexes exist: %s", created))
                .replaceWithVoid();
    }
}
