package dev.natter.chat.log;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** The part of an entry that says which one it is, and whose. */
@RegisterForReflection
public record EntryKeyDocument(@BsonId String id, @Nullable String senderId) {}
