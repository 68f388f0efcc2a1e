package dev.natter.chat.push;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import dev.natter.chat.mongo.ChatDatabase;
import dev.natter.chat.profile.SessionEndListener;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** Queries are by id, or by the indexes {@code push_subscriptions_of_a_user} and {@code push_subscriptions_of_a_session}. */
@ApplicationScoped
class PushSubscriptionRepository
        implements ReactivePanacheMongoRepositoryBase<PushSubscription, String>, SessionEndListener {

    private final ChatDatabase database;

    PushSubscriptionRepository(ChatDatabase database) {
        this.database = database;
    }

    /** Stores the subscription, and removes those of the user that exceed {@code most}, the first made first. */
    Uni<Void> store(PushSubscription subscription, int most) {
        return database.execute(() -> mongoCollection()
                        .replaceOne(eq("_id", subscription.id()), subscription, new ReplaceOptions().upsert(true)))
                .chain(() -> database.execute(
                        () -> list("userId", Sort.descending("createdAt", "_id"), subscription.userId())))
                .chain(all ->
                        remove(all.stream().skip(most).map(PushSubscription::id).toList()));
    }

    private Uni<Void> remove(List<String> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.execute(() -> delete("_id in ?1", ids)).replaceWithVoid();
    }

    Uni<List<PushSubscription>> of(Collection<String> userIds) {
        return database.execute(() -> list("userId in ?1", userIds));
    }

    /** The browser does not take notifications any more. */
    Uni<Void> remove(String id) {
        return remove(List.of(id));
    }

    Uni<Void> remove(String id, String userId) {
        return database.execute(() -> delete("_id = ?1 and userId = ?2", id, userId))
                .replaceWithVoid();
    }

    /** The browser of this session gets no notifications any more. */
    @Override
    public Uni<Void> ended(String sessionId) {
        return database.execute(() -> delete("sessionId", sessionId)).replaceWithVoid();
    }
}
