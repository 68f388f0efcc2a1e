package dev.natter.chat.profile;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import dev.natter.chat.mongo.ChatDatabase;
import dev.natter.events.UserEvent.MissedMailTo;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** In the profiles. Queries are by id, or by the index {@code missed_mails_due}. */
@ApplicationScoped
class MongoMissedMailRecipients implements MissedMailRecipients {

    private static final String TO = "missedMailTo";
    private static final String SCHEDULE = "missedMail";
    private static final String DUE_AT = "missedMail.dueAt";
    private static final String UP_TO = "missedMail.upTo";

    private final ChatDatabase database;
    private final ReactiveMongoCollection<RecipientDocument> profiles;

    MongoMissedMailRecipients(ChatDatabase database) {
        this.database = database;
        this.profiles = database.collection("profiles", RecipientDocument.class);
    }

    /** What a profile has of it. Public because its codec demands it, as the next one. */
    @RegisterForReflection
    public record RecipientDocument(
            @BsonId String id,
            @Nullable MissedMailTo missedMailTo,
            @Nullable List<String> blocked,
            Instant createdAt,
            ScheduleDocument missedMail) {}

    /**
     * When to look at the user next.
     *
     * @param upTo when the newest message that was mailed about was sent; null when nothing was mailed
     */
    @RegisterForReflection
    public record ScheduleDocument(Instant dueAt, @Nullable Instant upTo) {}

    /**
     * Begins the looks at a user who wants mails, and leaves those that have begun as they are. They go on when the mails are
     * switched off and on again, so that one a day stays one.
     */
    static Bson schedule(Profile profile) {
        return profile.missedMailTo() == null ? combine() : max(DUE_AT, profile.createdAt());
    }

    @Override
    public Uni<List<Due>> due(Instant now, int limit) {
        return database.execute(() -> profiles.find(
                                lte(DUE_AT, now),
                                new FindOptions().sort(ascending(DUE_AT)).limit(limit))
                        .collect()
                        .asList())
                .call(found -> end(found, now))
                .map(found -> found.stream()
                        .filter(each -> each.missedMailTo() != null)
                        .map(each -> new Due(each.id(), each.createdAt()))
                        .toList());
    }

    /** Looks no more at those who want no mails any more. */
    private Uni<Void> end(List<RecipientDocument> found, Instant now) {
        var unwanted = found.stream()
                .filter(each -> each.missedMailTo() == null)
                .map(RecipientDocument::id)
                .toList();
        return unwanted.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.execute(() -> profiles.updateMany(
                                and(in("_id", unwanted), eq(TO, null), lte(DUE_AT, now)), unset(SCHEDULE)))
                        .replaceWithVoid();
    }

    @Override
    public Uni<Void> postpone(Map<String, Instant> until, Instant now) {
        var writes = until.entrySet().stream()
                .map(each -> new UpdateOneModel<RecipientDocument>(
                        and(eq("_id", each.getKey()), lte(DUE_AT, now)), set(DUE_AT, each.getValue())))
                .collect(Collectors.toList());
        return writes.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.execute(() -> profiles.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                        .replaceWithVoid();
    }

    @Override
    public Uni<@Nullable Claimed> claim(String userId, Instant now, Instant until) {
        return database.execute(() -> profiles.findOneAndUpdate(
                        and(eq("_id", userId), lte(DUE_AT, now), ne(TO, null)),
                        // As precise as it is stored: the claim is recognised by it.
                        set(DUE_AT, until.truncatedTo(ChronoUnit.MILLIS)),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .map(found -> found == null || found.missedMailTo() == null
                        ? null
                        : new Claimed(
                                found.id(),
                                found.missedMailTo(),
                                found.blocked() == null ? List.of() : found.blocked(),
                                found.missedMail().upTo() == null
                                        ? Instant.EPOCH
                                        : found.missedMail().upTo(),
                                found.missedMail().dueAt()));
    }

    @Override
    public Uni<Void> release(Claimed claimed, Instant next, Instant mailedUpTo) {
        return database.execute(() -> profiles.updateOne(
                        and(eq("_id", claimed.userId()), eq(DUE_AT, claimed.until())),
                        combine(set(DUE_AT, next), set(UP_TO, mailedUpTo))))
                .replaceWithVoid();
    }
}
