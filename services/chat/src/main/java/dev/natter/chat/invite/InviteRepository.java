package dev.natter.chat.invite;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.natter.chat.mongo.ChatDatabase;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries are by id, or by the indexes {@code invites_of_an_inviter} and {@code expired_invites}. */
@ApplicationScoped
class InviteRepository implements ReactivePanacheMongoRepositoryBase<Invite, String> {

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final ChatDatabase database;

    InviteRepository(ChatDatabase database) {
        this.database = database;
    }

    Uni<Void> add(Invite invite) {
        return database.execute(() -> persist(invite)).replaceWithVoid();
    }

    Uni<@Nullable Invite> get(String id) {
        return database.execute(() -> findById(id));
    }

    /** Those that can be accepted, the newest first. */
    Uni<List<Invite>> open(String inviterId, Instant now, int limit) {
        return database.execute(() -> find(
                        and(eq("inviterId", inviterId), gt("expiresAt", now), gt("usesLeft", 0)),
                        descending("createdAt"))
                .page(0, limit)
                .list());
    }

    /** Takes a use for this user, unless he has one; null when the invite is used up, expired or revoked. Atomic. */
    Uni<@Nullable Invite> claim(String id, String userId, Instant now) {
        return database.execute(() -> mongoCollection()
                .findOneAndUpdate(
                        and(eq("_id", id), gt("usesLeft", 0), gt("expiresAt", now), ne("claimedBy", userId)),
                        combine(inc("usesLeft", -1), addToSet("claimedBy", userId)),
                        AFTER));
    }

    /** Gives the use back, of a user who could not join. */
    Uni<Void> release(String id, String userId) {
        return database.execute(() -> mongoCollection()
                        .updateOne(
                                and(eq("_id", id), eq("claimedBy", userId), ne("joinedBy", userId)),
                                combine(inc("usesLeft", 1), pull("claimedBy", userId))))
                .replaceWithVoid();
    }

    Uni<Void> joined(String id, String userId) {
        return database.execute(() -> mongoCollection().updateOne(eq("_id", id), addToSet("joinedBy", userId)))
                .replaceWithVoid();
    }

    /** False when there is none of this inviter. */
    Uni<Boolean> remove(String id, String inviterId) {
        return database.execute(() -> mongoCollection().deleteOne(and(eq("_id", id), eq("inviterId", inviterId))))
                .map(deleted -> deleted.getDeletedCount() > 0);
    }

    Uni<Long> removeExpired(Instant before) {
        return database.execute(() -> mongoCollection().deleteMany(lt("expiresAt", before)))
                .map(deleted -> deleted.getDeletedCount());
    }
}
