package dev.natter.chat.profile;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import dev.natter.chat.store.ChatDatabase;
import dev.natter.chat.store.StoreFailures;
import dev.natter.chat.store.StoredCollection;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MongoProfileFills implements ProfileFills {

    private static final String FROM_USER_SERVICE = "user-service";

    private final ChatDatabase database;

    MongoProfileFills(ChatDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<Progress> progress() {
        return ask(collection ->
                collection.find(eq("_id", FROM_USER_SERVICE)).collect().first().map(MongoProfileFills::progress));
    }

    @Override
    public Uni<Void> reached(@Nullable String cursor) {
        return write(new FillDocument(FROM_USER_SERVICE, cursor == null, cursor));
    }

    @Override
    public Uni<Void> restart() {
        return write(new FillDocument(FROM_USER_SERVICE, false, null));
    }

    private Uni<Void> write(FillDocument document) {
        return ask(collection -> collection.replaceOne(
                        eq("_id", FROM_USER_SERVICE), document, new ReplaceOptions().upsert(true)))
                .replaceWithVoid()
                // Another replica begins at the same instant, and has written the same.
                .onFailure(StoreFailures::isDuplicate)
                .recoverWithNull();
    }

    private static Progress progress(@Nullable FillDocument found) {
        return found == null ? new Progress(false, null) : new Progress(found.complete(), found.cursor());
    }

    private <R> Uni<R> ask(Function<ReactiveMongoCollection<FillDocument>, Uni<R>> question) {
        return database.ask(StoredCollection.PROFILE_FILLS, FillDocument.class, question);
    }
}
