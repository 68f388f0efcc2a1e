package dev.natter.chat.profile;

import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What this service knows of a user, as the user service sends it and as it is stored.
 *
 * @param version counted up by the user service with every change; the highest one is valid
 */
@RegisterForReflection
@MongoEntity(collection = "profiles")
public record Profile(@BsonId String id, String name, Instant createdAt, long version) {}
