package dev.natter.chat.profile;

import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/** What this service knows of a user. The highest version, counted up by the user service, is valid. */
@RegisterForReflection
@MongoEntity(collection = "profiles")
public record Profile(@BsonId String id, String name, Instant createdAt, long version) {}
