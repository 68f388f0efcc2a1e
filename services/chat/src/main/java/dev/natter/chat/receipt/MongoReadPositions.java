package dev.natter.chat.receipt;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.UpdateOptions;
import dev.natter.chat.conversation.Positions;
import dev.natter.chat.store.ChatDatabase;
import dev.natter.chat.store.StoreFailures;
import dev.natter.chat.store.StoredCollection;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;

@ApplicationScoped
class MongoReadPositions implements ReadPositions {

    private final ChatDatabase database;

    MongoReadPositions(ChatDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<Long> find(String conversationId, String userId) {
        return ask(collection -> collection
                .find(eq("_id", PositionDocument.id(conversationId, userId)))
                .collect()
                .first()
                .map(found -> found == null ? 0L : found.read()));
    }

    @Override
    public Uni<Positions> findAll(Collection<String> conversationIds) {
        return ask(collection -> collection
                .find(in("conversationId", conversationIds))
                .collect()
                .with(Collectors.groupingBy(
                        PositionDocument::conversationId,
                        Collectors.toMap(PositionDocument::userId, PositionDocument::toPosition)))
                .map(Positions::new));
    }

    @Override
    public Uni<Boolean> advance(String conversationId, String userId, long seq, Instant at) {
        var forward =
                combine(set("read", seq), set("readAt", at), max("delivered", seq), begin(conversationId, userId));
        return forward(and(eq("_id", PositionDocument.id(conversationId, userId)), lt("read", seq)), forward);
    }

    @Override
    public Uni<Boolean> deliver(String conversationId, String userId, long seq, Instant at) {
        var forward = combine(
                set("delivered", seq), set("deliveredAt", at), setOnInsert("read", 0L), begin(conversationId, userId));
        return forward(and(eq("_id", PositionDocument.id(conversationId, userId)), lt("delivered", seq)), forward);
    }

    @Override
    public Uni<Boolean> move(String conversationId, String userId, long from, long to) {
        var id = eq("_id", PositionDocument.id(conversationId, userId));
        if (from == 0) {
            return upsert(
                            and(id, lte("read", 0L)),
                            combine(set("read", to), max("delivered", to), begin(conversationId, userId)))
                    .onFailure(StoreFailures::isDuplicate)
                    .recoverWithItem(false);
        }
        return ask(collection ->
                        collection.updateOne(and(id, eq("read", from)), combine(set("read", to), max("delivered", to))))
                .map(result -> result.getMatchedCount() > 0);
    }

    private static Bson begin(String conversationId, String userId) {
        return combine(setOnInsert("conversationId", conversationId), setOnInsert("userId", userId));
    }

    private Uni<Boolean> forward(Bson behind, Bson update) {
        return upsert(behind, update)
                // Somebody made the position meanwhile; now that it is there, the filter tells which is further.
                .onFailure(StoreFailures::isDuplicate)
                .recoverWithUni(() -> upsert(behind, update))
                .onFailure(StoreFailures::isDuplicate)
                .recoverWithItem(false);
    }

    private Uni<Boolean> upsert(Bson filter, Bson update) {
        return ask(collection -> collection.updateOne(filter, update, new UpdateOptions().upsert(true)))
                .map(result -> result.getMatchedCount() > 0 || result.getUpsertedId() != null);
    }

    private <R> Uni<R> ask(Function<ReactiveMongoCollection<PositionDocument>, Uni<R>> question) {
        return database.ask(StoredCollection.POSITIONS, PositionDocument.class, question);
    }
}
