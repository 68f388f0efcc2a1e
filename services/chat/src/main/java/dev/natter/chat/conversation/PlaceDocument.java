package dev.natter.chat.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/** The part of a conversation that a send needs to see. */
@RegisterForReflection
public record PlaceDocument(@BsonId String id, long taken, List<String> memberIds) {

    Place toPlace(Instant takenAt) {
        return new Place(id, taken, memberIds, takenAt);
    }
}
