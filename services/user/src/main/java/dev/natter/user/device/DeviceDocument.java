package dev.natter.user.device;

import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * The storage shape of a known browser of an account. Public because its codec requires it; used in this package only.
 *
 * @param id the hash of the browser's token for the address
 * @param sessionId the session that it signed in to last
 * @param knownUntil when MongoDB may remove it
 */
@RegisterForReflection
@MongoEntity(collection = "devices")
public record DeviceDocument(@BsonId String id, String userId, String sessionId, Instant knownUntil) {}
