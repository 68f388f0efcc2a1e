package dev.natter.chat.attachment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.natter.chat.attachment.inspection.ImageRejection;
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
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Every image whose upload was offered. Queries are by id, or by the index {@code images_nobody_uses}. */
@ApplicationScoped
class ImageRepository implements ReactivePanacheMongoRepositoryBase<Image, String> {

    private static final FindOneAndUpdateOptions UPDATED =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final ChatDatabase database;

    ImageRepository(ChatDatabase database) {
        this.database = database;
    }

    Uni<Void> add(Image offered) {
        return database.execute(() -> persist(offered)).replaceWithVoid();
    }

    Uni<@Nullable Image> get(String id) {
        return database.execute(() -> find(isPresent(id)).firstResult());
    }

    /** Notes what is stored of it; null, and nothing changed, when that is decided already or the image is gone. */
    Uni<@Nullable Image> store(String id, Image.Stored stored) {
        return change(isUndecided(id), set("stored", stored));
    }

    /** Notes that it was rejected; does nothing when something is stored of it. */
    Uni<Void> reject(String id, ImageRejection rejection) {
        return change(isUndecided(id), set("rejection", rejection)).replaceWithVoid();
    }

    /**
     * Notes that a conversation holds the image: its members may see it, and it counts as unused until the message is known
     * to be stored. Null when the image is gone.
     */
    Uni<@Nullable Image> hold(String id, String conversationId, Instant at) {
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

    /** Notes that messages have these images, unless they were held again since then. */
    Uni<Void> confirm(Collection<String> ids, Instant then) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.execute(
                                () -> update(unset("unusedSince")).where("_id in ?1 and unusedSince < ?2", ids, then))
                        .replaceWithVoid();
    }

    /** Ids of images that no message is known to have and no conversation has held since then, the oldest first. */
    Uni<List<String>> unusedSince(Instant then, int limit) {
        return database.execute(() -> find("unusedSince < ?1", Sort.by("unusedSince"), then)
                        .page(0, limit)
                        .list())
                .map(found -> found.stream().map(Image::id).toList());
    }

    /** Hides the image from everyone before its removal; false when it was held since then. Repeatable. */
    Uni<Boolean> hide(String id, Instant then) {
        return database.execute(() -> mongoCollection()
                        .updateOne(and(eq("_id", id), lt("unusedSince", then)), set("forgotten", true)))
                .map(result -> result.getMatchedCount() > 0);
    }

    /** Hides all images of this owner from everyone, and has them swept. Index {@code images_of_an_owner}. */
    Uni<Void> hideAllOf(String ownerId) {
        return database.execute(() -> mongoCollection()
                        .updateMany(
                                eq("ownerId", ownerId),
                                combine(set("forgotten", true), set("unusedSince", Instant.EPOCH))))
                .replaceWithVoid();
    }

    /** Those of these images that are hidden. */
    Uni<Set<String>> hiddenAmong(Collection<String> ids) {
        return database.execute(() -> list("_id in ?1 and forgotten = ?2", ids, true))
                .map(found -> found.stream().map(Image::id).collect(Collectors.toSet()));
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

    private Uni<@Nullable Image> change(Bson filter, Bson update) {
        return database.execute(() -> mongoCollection().findOneAndUpdate(filter, update, UPDATED));
    }
}
