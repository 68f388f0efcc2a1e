package dev.natter.chat.profile;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** How far a fill has come, in the database. */
@RegisterForReflection
public record FillDocument(
        @BsonId String id, boolean complete, @Nullable String cursor) {}
