package dev.natter.chat.presence;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import dev.natter.chat.mongo.ChatDatabase;
import dev.natter.chat.mongo.DatabaseFailures;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;

/** When each user was last seen. */
@ApplicationScoped
class LastSeenRepository implements ReactivePanacheMongoRepositoryBase<LastSeenRepository.LastSeen, String> {

    private final ChatDatabase database;

    LastSeenRepository(ChatDatabase database) {
        this.database = database;
    }

    /** When a user was last seen. Public because its codec demands it. */
    @RegisterForReflection
    @MongoEntity(collection = "sightings")
    public record LastSeen(@BsonId String userId, Instant at) {}

    /** When these users were; those who never were are absent. */
    Uni<Map<String, Instant>> of(Collection<String> userIds) {
        return database.execute(() -> list("_id in ?1", userIds))
                .map(found -> found.stream().collect(Collectors.toMap(LastSeen::userId, LastSeen::at)));
    }

    /** Stores these times, but none that is earlier than the stored one. */
    Uni<Void> write(Map<String, Instant> seen) {
        var writes = seen.entrySet().stream()
                .map(each -> new UpdateOneModel<LastSeen>(
                        eq("_id", each.getKey()), max("at", each.getValue()), new UpdateOptions().upsert(true)))
                .toList();
        return database.execute(() -> mongoCollection().bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                .replaceWithVoid()
                // Another replica has inserted the same document meanwhile, with as recent a time.
                .onFailure(DatabaseFailures::isDuplicate)
                .recoverWithNull();
    }
}
