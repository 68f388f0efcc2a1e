package dev.natter.user.device;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The known browsers of all accounts, in MongoDB. */
@ApplicationScoped
class DeviceRepository implements ReactivePanacheMongoRepositoryBase<DeviceDocument, String> {

    /** Index {@code _id}. MongoDB removes expired documents within a minute, the embedded server never. */
    Uni<@Nullable DeviceDocument> findKnown(List<String> hashes, Instant now) {
        return find("_id in ?1 and knownUntil > ?2", hashes, now).firstResult();
    }

    /** Index {@code _id}. A replaced token expires soon, or with the session that replaced it. */
    Uni<Void> replace(String hash, String sessionId, Instant until) {
        return update(combine(set("sessionId", sessionId), set("knownUntil", until)))
                .where("_id", hash)
                .replaceWithVoid();
    }

    /** Index {@code sessionId}. */
    Uni<Void> deleteBySession(String sessionId) {
        return delete("sessionId", sessionId).replaceWithVoid();
    }
}
