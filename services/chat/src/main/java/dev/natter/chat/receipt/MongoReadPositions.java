package dev.natter.chat.receipt;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import dev.natter.chat.batching.RequestBatcher;
import dev.natter.chat.conversation.Positions;
import dev.natter.chat.conversation.Positions.Position;
import dev.natter.chat.conversation.Receipts;
import dev.natter.chat.mongo.ChatDatabase;
import dev.natter.chat.mongo.DatabaseFailures;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MongoReadPositions implements Receipts {

    private static final int MAX_BATCH = 200;
    private static final int MAX_CONCURRENCY = 2;
    /** Below this rate, batches save nothing worth a wait. */
    private static final int LINGER_PER_SECOND = 200;

    private static final Duration LINGER = Duration.ofMillis(5);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final ChatDatabase database;
    private final ReactiveMongoCollection<PositionDocument> positions;
    private final RequestBatcher<UpdateOneModel<PositionDocument>, Boolean> moves = new RequestBatcher<
                    UpdateOneModel<PositionDocument>, Boolean>(MAX_BATCH, MAX_CONCURRENCY, this::moveAll)
            .lingering(LINGER, LINGER_PER_SECOND);

    MongoReadPositions(ChatDatabase database) {
        this.database = database;
        this.positions = database.collection("positions", PositionDocument.class);
    }

    @Override
    public Uni<Positions> positions(Map<String, List<String>> membersByConversation) {
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
    public Uni<Void> begin(String conversationId, Collection<String> userIds, long joinedSeq) {
        var begun = userIds.stream()
                .map(userId -> new UpdateOneModel<PositionDocument>(
                        eq("_id", PositionDocument.id(conversationId, userId)),
                        combine(
                                max("delivered", joinedSeq),
                                max("read", joinedSeq),
                                max("joinedSeq", joinedSeq),
                                setOnInsert("conversationId", conversationId),
                                setOnInsert("userId", userId)),
                        new UpdateOptions().upsert(true)))
                .toList();
        return begun.isEmpty()
                ? Uni.createFrom().voidItem()
                : ask(collection -> collection.bulkWrite(begun, UNORDERED)).replaceWithVoid();
    }

    @Override
    public Uni<Void> end(String conversationId, Collection<String> userIds) {
        var ids = userIds.stream()
                .map(userId -> PositionDocument.id(conversationId, userId))
                .toList();
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : ask(collection -> collection.deleteMany(in("_id", ids))).replaceWithVoid();
    }

    @Override
    public Uni<Boolean> advance(String conversationId, String userId, long seq, Instant at) {
        return move(
                conversationId,
                userId,
                or(lt("read", seq), eq("markedUnread", true)),
                combine(max("read", seq), set("readAt", at), max("delivered", seq), unset("markedUnread")));
    }

    @Override
    public Uni<Boolean> deliver(String conversationId, String userId, long seq, Instant at) {
        return move(
                conversationId,
                userId,
                lt("delivered", seq),
                combine(set("delivered", seq), set("deliveredAt", at), setOnInsert("read", 0L)));
    }

    @Override
    public Uni<Void> mute(String conversationId, String userId, @Nullable Instant until) {
        return keep(conversationId, userId, until == null ? unset("mutedUntil") : set("mutedUntil", until));
    }

    @Override
    public Uni<Void> markUnread(String conversationId, String userId, boolean unread) {
        return keep(conversationId, userId, unread ? set("markedUnread", true) : unset("markedUnread"));
    }

    private Uni<Void> keep(String conversationId, String userId, Bson change) {
        var begin = combine(setOnInsert("read", 0L), setOnInsert("delivered", 0L));
        return move(conversationId, userId, new Document(), combine(change, begin))
                .replaceWithVoid();
    }

    /** A position that is not behind does not match; and making another one is refused, because there is this one. */
    private Uni<Boolean> move(String conversationId, String userId, Bson isBehind, Bson forward) {
        var id = PositionDocument.id(conversationId, userId);
        var begin = combine(setOnInsert("conversationId", conversationId), setOnInsert("userId", userId));
        var model = new UpdateOneModel<PositionDocument>(
                and(eq("_id", id), isBehind), combine(forward, begin), new UpdateOptions().upsert(true));
        return moves.submit(model)
                // It may have been made, further behind, at the same time: now that it is there, the filter decides.
                .chain(moved -> moved ? Uni.createFrom().item(true) : moves.submit(model));
    }

    private Uni<List<Boolean>> moveAll(List<UpdateOneModel<PositionDocument>> models) {
        return ask(collection -> collection.bulkWrite(models, UNORDERED))
                .map(done -> Set.<Integer>of())
                .onFailure(DatabaseFailures::isDuplicate)
                .recoverWithItem(DatabaseFailures::refused)
                .map(refused -> IntStream.range(0, models.size())
                        .mapToObj(at -> !refused.contains(at))
                        .toList());
    }

    private <R> Uni<R> ask(Function<ReactiveMongoCollection<PositionDocument>, Uni<R>> question) {
        return database.execute(() -> question.apply(positions));
    }

    /** How far one member has come. A document of its own, so that a thousand readers do not queue up at the conversation. */
    @RegisterForReflection
    public record PositionDocument(
            @BsonId String id,
            String conversationId,
            String userId,
            long delivered,
            long read,
            @Nullable Long joinedSeq,
            @Nullable Instant mutedUntil,
            @Nullable Boolean markedUnread) {

        /** There is one for each member of a conversation; ids hold no slash. */
        static String id(String conversationId, String userId) {
            return conversationId + "/" + userId;
        }

        Positions.Position toPosition() {
            return new Positions.Position(
                    joinedSeq == null ? 0 : joinedSeq,
                    Math.max(delivered, read),
                    read,
                    mutedUntil,
                    markedUnread != null);
        }
    }
}
