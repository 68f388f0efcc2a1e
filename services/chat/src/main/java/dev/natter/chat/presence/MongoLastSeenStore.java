package dev.natter.chat.presence;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import dev.natter.chat.mongo.ChatDatabase;
import dev.natter.chat.mongo.DatabaseFailures;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

@ApplicationScoped
class MongoLastSeenStore implements LastSeenStore {

    private final ChatDatabase database;
    private final ReactiveMongoCollection<LastSeenDocument> lastSeen;

    MongoLastSeenStore(ChatDatabase database) {
        this.database = database;
        this.lastSeen = database.collection("sightings", LastSeenDocument.class);
    }

    @Override
    public Uni<Map<String, Instant>> find(Collection<String> userIds) {
        return ask(collection ->
                collection.find(in("_id", userIds)).collect().asMap(LastSeenDocument::userId, LastSeenDocument::at));
    }

    @Override
    public Uni<Void> write(Map<String, Instant> seen) {
        var writes = seen.entrySet().stream()
                .map(each -> new UpdateOneModel<LastSeenDocument>(
                        eq("_id", each.getKey()), max("at", each.getValue()), new UpdateOptions().upsert(true)))
                .toList();
        return ask(collection -> collection.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                .replaceWithVoid()
                // Another replica has inserted the same document meanwhile, with as recent a time.
                .onFailure(DatabaseFailures::isDuplicate)
                .recoverWithNull();
    }

    private <R> Uni<R> ask(Function<ReactiveMongoCollection<LastSeenDocument>, Uni<R>> question) {
        return database.execute(() -> question.apply(lastSeen));
    }
}
