package dev.natter.chat.receipt;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import dev.natter.chat.conversation.Positions;
import dev.natter.chat.conversation.Positions.Position;
import dev.natter.chat.store.ChatDatabase;
import dev.natter.chat.store.Gathering;
import dev.natter.chat.store.StoreFailures;
import dev.natter.chat.store.StoredCollection;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;

@ApplicationScoped
class MongoReadPositions implements ReadPositions {

    private static final int TOGETHER = 200;
    private static final int AT_ONCE = 1;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final ChatDatabase database;
    private final Gathering<String, Long> looks = new Gathering<>(TOGETHER, AT_ONCE, this::findTogether);
    private final Gathering<Raise, Void> raises = new Gathering<>(TOGETHER, AT_ONCE, this::raiseTogether);

    MongoReadPositions(ChatDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<Long> find(String conversationId, String userId) {
        return looks.ask(PositionDocument.id(conversationId, userId));
    }

    private Uni<List<Long>> findTogether(List<String> ids) {
        return ask(collection -> collection
                .find(in("_id", Set.copyOf(ids)))
                .collect()
                .asMap(PositionDocument::id, PositionDocument::read)
                .map(found -> ids.stream().map(id -> found.getOrDefault(id, 0L)).toList()));
    }

    @Override
    public Uni<Positions> findAll(Map<String, List<String>> membersByConversation) {
        var ids = membersByConversation.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(userId -> PositionDocument.id(each.getKey(), userId)))
                .toList();
        return ask(collection -> collection
                .find(in("_id", ids))
                .collect()
                .with(Collectors.groupingBy(
                        PositionDocument::conversationId,
                        Collectors.toMap(PositionDocument::userId, PositionDocument::toPosition)))
                .map(Positions::new));
    }

    /** Two look-ups, each of the first entry of an index: READ_BY_ALL and DELIVERED_TO_ALL. */
    @Override
    public Uni<Position> lowest(String conversationId, String exceptUserId) {
        return Uni.combine()
                .all()
                .unis(
                        lowest(conversationId, exceptUserId, "delivered", PositionDocument::delivered),
                        lowest(conversationId, exceptUserId, "read", PositionDocument::read))
                .with(Position::new);
    }

    private Uni<Long> lowest(
            String conversationId, String exceptUserId, String field, Function<PositionDocument, Long> value) {
        // The bound says nothing; the embedded database orders by an index only within bounds.
        var others = and(eq("conversationId", conversationId), gte(field, 0L), ne("userId", exceptUserId));
        return ask(collection -> collection
                .find(others, new FindOptions().sort(ascending(field)).limit(1))
                .collect()
                .first()
                .map(lowest -> lowest == null ? 0L : value.apply(lowest)));
    }

    @Override
    public Uni<Void> begin(String conversationId, Collection<String> userIds) {
        var begun = userIds.stream()
                .map(userId ->
                        new PositionDocument(PositionDocument.id(conversationId, userId), conversationId, userId, 0, 0))
                .toList();
        return ask(collection -> collection.insertMany(begun, new InsertManyOptions().ordered(false)))
                // Those who have a position keep it.
                .onFailure(StoreFailures::isDuplicate)
                .recoverWithNull()
                .replaceWithVoid();
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
    public Uni<Void> raise(String conversationId, String userId, long seq) {
        return raises.ask(new Raise(conversationId, userId, seq));
    }

    private Uni<List<Void>> raiseTogether(List<Raise> together) {
        var updates = together.stream().map(Raise::model).toList();
        return write(updates)
                // Somebody made a position meanwhile; now that it is there, it can be raised.
                .onFailure(StoreFailures::isDuplicate)
                .recoverWithUni(() -> write(updates))
                .replaceWith(Collections.nCopies(together.size(), null));
    }

    private Uni<BulkWriteResult> write(List<UpdateOneModel<PositionDocument>> updates) {
        return ask(collection -> collection.bulkWrite(updates, UNORDERED));
    }

    private record Raise(String conversationId, String userId, long seq) {
        UpdateOneModel<PositionDocument> model() {
            return new UpdateOneModel<>(
                    eq("_id", PositionDocument.id(conversationId, userId)),
                    combine(max("read", seq), max("delivered", seq), begin(conversationId, userId)),
                    new UpdateOptions().upsert(true));
        }
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
