package dev.natter.user.store;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** All indexes of the database, each named after the query that it serves. */
@ApplicationScoped
public class StoreIndexes {

    private static final List<IndexModel> ACCOUNTS = List.of(
            new IndexModel(
                    ascending("email"),
                    new IndexOptions().name("whose is this address").unique(true)),
            index("whose name has this word", ascending("searchTerms", "foldedName", "_id")),
            new IndexModel(
                    ascending("publishDueAt"),
                    new IndexOptions().name("whose change was not told").sparse(true)));

    private static final List<IndexModel> SESSIONS = List.of(
            index(
                    "which devices is he signed in on",
                    compoundIndex(ascending("userId"), descending("createdAt", "_id"))),
            new IndexModel(
                    ascending("publishDueAt"),
                    new IndexOptions().name("which end was not told").sparse(true)),
            new IndexModel(
                    ascending("removeAt"),
                    new IndexOptions().name("which is to be forgotten").expireAfter(0L, TimeUnit.SECONDS)));

    private static final List<IndexModel> DEVICES = List.of(
            index("which browsers signed in to this session", ascending("sessionId")),
            new IndexModel(
                    ascending("knownUntil"),
                    new IndexOptions().name("which is to be forgotten").expireAfter(0L, TimeUnit.SECONDS)));

    private final AtomicBoolean failed = new AtomicBoolean();
    private final Uni<Void> ensured;

    StoreIndexes(ReactiveMongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        var store = client.getDatabase(database);
        this.ensured = Uni.createFrom()
                .deferred(() -> create(store))
                .onSubscription()
                .invoke(() -> failed.set(false))
                .onFailure()
                .invoke(() -> failed.set(true))
                .memoize()
                .until(failed::get);
    }

    private static Uni<Void> create(ReactiveMongoDatabase store) {
        return store.getCollection("accounts")
                .createIndexes(ACCOUNTS)
                .chain(() -> store.getCollection("sessions").createIndexes(SESSIONS))
                .chain(() -> store.getCollection("devices").createIndexes(DEVICES))
                .replaceWithVoid();
    }

    private static IndexModel index(String name, Bson keys) {
        return new IndexModel(keys, new IndexOptions().name(name));
    }

    /**
     * Completes once all indexes exist; creates them the first time, and again after a failure. Code that relies on a
     * unique index waits for this, so the service may start before its database.
     */
    public Uni<Void> ensured() {
        return ensured;
    }
}
