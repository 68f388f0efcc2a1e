package dev.natter.chat.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * The part of a conversation that a send needs to see.
 *
 * @param memberIds null when they were not asked for
 */
@RegisterForReflection
public record PlaceDocument(
        @BsonId String id, long taken, @Nullable List<String> memberIds) {

    /** The place it tells of, in a conversation of these; of those it names itself when that is null. */
    Place toPlace(@Nullable List<String> known, Instant takenAt) {
        var all = known == null ? memberIds : known;
        return new Place(id, taken, all == null ? List.of() : all, takenAt);
    }
}
