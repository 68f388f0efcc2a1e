package dev.natter.chat.profile;

import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * How far the import of profiles has come; shared by all replicas. Public because its codec demands it.
 *
 * @param cursor the last page that is stored; null before the first
 */
@RegisterForReflection
@MongoEntity(collection = "profile-fills")
public record ImportProgress(
        @BsonId String id, boolean complete, @Nullable String cursor) {

    private static final String FROM_USER_SERVICE = "user-service";

    static final ImportProgress START = new ImportProgress(FROM_USER_SERVICE, false, null);

    /** Everything up to this cursor is stored; everything at all when it is null. */
    static ImportProgress reached(@Nullable String cursor) {
        return new ImportProgress(FROM_USER_SERVICE, cursor == null, cursor);
    }
}
