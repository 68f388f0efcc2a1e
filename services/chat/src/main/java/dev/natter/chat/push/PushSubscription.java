package dev.natter.chat.push;

import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A browser that takes notifications for a user.
 *
 * @param id of its endpoint, which two users of one browser share: the later one has it
 * @param sessionId the sign-in that made it; it ends with that
 * @param endpoint a URL that only the browser and its push service know
 * @param p256dh the browser's public key, base64url
 * @param auth the browser's secret, base64url
 */
@RegisterForReflection
@MongoEntity(collection = "push_subscriptions")
public record PushSubscription(
        @BsonId String id,
        String userId,
        String sessionId,
        String endpoint,
        String p256dh,
        String auth,
        Instant createdAt) {

    /** Leaves the endpoint and the secret out. */
    @Override
    public String toString() {
        return "PushSubscription[id=%s, userId=%s]".formatted(id, userId);
    }
}
