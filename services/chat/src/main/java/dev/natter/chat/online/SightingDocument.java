package dev.natter.chat.online;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/** When a user was seen last. */
@RegisterForReflection
public record SightingDocument(@BsonId String userId, Instant at) {}
