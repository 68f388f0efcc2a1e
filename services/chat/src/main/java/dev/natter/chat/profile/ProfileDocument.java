package dev.natter.chat.profile;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/** A profile in the database. */
@RegisterForReflection
public record ProfileDocument(@BsonId String id, String name, Instant createdAt, long version) {

    Profile toProfile() {
        return new Profile(id, name, createdAt, version);
    }
}
