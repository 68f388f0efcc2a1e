package dev.natter.chat.attachment;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.natter.chat.attachment.Attachment.Stored;
import dev.natter.chat.mongo.ChatDatabase;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Every attachment whose upload was offered. Queries are by id, or by the indexes {@code images_nobody_uses} and {@code images_of_an_owner}. */
@ApplicationScoped
class AttachmentRepository implements ReactivePanacheMongoRepositoryBase<Attachment, String> {

    private static final FindOneAndUpdateOptions UPDATED =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final ChatDatabase database;

    AttachmentRepository(ChatDatabase database) {
        this.database = database;
    }

    Uni<Void> add(Attachment offered) {
        return database.execute(() -> persist(offered)).replaceWithVoid();
    }

    Uni<@Nullable Attachment> get(String id) {
        return database.execute(() -> find(isPresent(id)).firstResult());
    }

    /** Notes under which id the bucket takes its parts. */
    Uni<Void> uploadInParts(String id, String multipartId) {
        return change(isUndecided(id), set("multipartId", multipartId)).replaceWithVoid();
    }

    /** Notes what is stored of it; null, and nothing changed, when that is decided already or the attachment is gone. */
    Uni<@Nullable Attachment> store(String id, Stored stored) {
        return change(isUndecided(id), set("stored", stored));
    }

    /** Notes that it was rejected; does nothing when something is stored of it. */
    Uni<Void> reject(String id, Rejection rejection) {
        return change(isUndecided(id), set("rejection", rejection)).replaceWithVoid();
    }

    /**
     * Notes that a conversation holds the attachment: its members may see it, and it counts as unused until the message is
     * known to be stored. Null when the attachment is gone.
     */
    Uni<@Nullable Attachment> hold(String id, String conversationId, Instant at) {
        return change(isPresent(id), combine(addToSet("conversationIds", conversationId), set("unusedSince", at)));
    }

    /** Notes that it may be unused, unless it was held after {@code then}. */
    Uni<Void> suspect(String id, Instant then, Instant suspect) {
        var isNotHeld = or(exists("unusedSince", false), lte("unusedSince", then));
        return change(and(isPresent(id), isNotHeld), set("unusedSince", suspect))
                .replaceWithVoid();
    }

    /** Notes that only messages of these conversations have it, unless it was held again since it was suspected. */
    Uni<Void> keep(String id, Collection<String> conversationIds, Instant suspect) {
        return change(
                        and(isPresent(id), eq("unusedSince", suspect)),
                        combine(set("conversationIds", conversationIds), unset("unusedSince")))
                .replaceWithVoid();
    }

    /** Notes that messages have these attachments, unless they were held again since then. */
    Uni<Void> confirm(Collection<String> ids, Instant then) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.execute(
                                () -> update(unset("unusedSince")).where("_id in ?1 and unusedSince < ?2", ids, then))
                        .replaceWithVoid();
    }

    /** Ids of attachments that no message is known to have and no conversation has held since then, the oldest first. */
    Uni<List<String>> unusedSince(Instant then, int limit) {
        return database.execute(() -> find("unusedSince < ?1", Sort.by("unusedSince"), then)
                        .page(0, limit)
                        .list())
                .map(found -> found.stream().map(Attachment::id).toList());
    }

    /** Hides the attachment from everyone before its removal; null when it was held since then. Repeatable. */
    Uni<@Nullable Attachment> hide(String id, Instant then) {
        return change(and(eq("_id", id), lt("unusedSince", then)), set("forgotten", true));
    }

    /** Hides all attachments of this owner from everyone, and has them swept. Index {@code images_of_an_owner}. */
    Uni<Void> hideAllOf(String ownerId) {
        return database.execute(() -> mongoCollection()
                        .updateMany(
                                eq("ownerId", ownerId),
                                combine(set("forgotten", true), set("unusedSince", Instant.EPOCH))))
                .replaceWithVoid();
    }

    /**
     * Bytes of this owner that are stored, and that may be uploaded because they were offered after {@code offeredAfter},
     * and not after the offer {@code last} if there is one. The quota bounds the number of documents.
     */
    Uni<Long> bytesOf(String ownerId, Instant offeredAfter, @Nullable String last) {
        var isOffered = and(exists("rejection", false), gt("unusedSince", offeredAfter));
        // In the order of ids, which begin with the time.
        var isCounted = or(exists("stored"), last == null ? isOffered : and(isOffered, lte("_id", last)));
        var pipeline = List.of(
                match(and(eq("ownerId", ownerId), exists("forgotten", false), isCounted)),
                group(null, sum("bytes", new Document("$ifNull", List.of("$stored.bytes", "$bytes")))));
        return database.execute(() -> mongoCollection()
                        .aggregate(pipeline, Document.class)
                        .collect()
                        .first())
                .map(total -> total == null
                        ? 0L
                        : requireNonNull((Number) total.get("bytes")).longValue());
    }

    /** Removes an offer of which nothing was uploaded. */
    Uni<Void> withdraw(String id) {
        return database.execute(() -> deleteById(id)).replaceWithVoid();
    }

    /** Those of these attachments that are hidden. */
    Uni<Set<String>> hiddenAmong(Collection<String> ids) {
        return database.execute(() -> list("_id in ?1 and forgotten = ?2", ids, true))
                .map(found -> found.stream().map(Attachment::id).collect(Collectors.toSet()));
    }

    /** Removes what {@link #hide} has hidden. */
    Uni<Void> remove(String id) {
        return database.execute(() -> delete("_id = ?1 and forgotten = ?2", id, true))
                .replaceWithVoid();
    }

    private static Bson isPresent(String id) {
        return and(eq("_id", id), exists("forgotten", false));
    }

    private static Bson isUndecided(String id) {
        return and(isPresent(id), exists("stored", false), exists("rejection", false));
    }

    private Uni<@Nullable Attachment> change(Bson filter, Bson update) {
        return database.execute(() -> mongoCollection().findOneAndUpdate(filter, update, UPDATED));
    }
}
