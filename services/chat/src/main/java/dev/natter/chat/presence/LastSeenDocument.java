package dev.natter.chat.presence;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/** When a user was last seen. */
@RegisterForReflection
public record LastSeenDocument(@BsonId String userId, Instant at) {}
