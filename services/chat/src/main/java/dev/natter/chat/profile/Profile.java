package dev.natter.chat.profile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.natter.events.UserEvent.MissedMailTo;
import dev.natter.events.UserEvent.Settings;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What this service knows of a user. The highest version, counted up by the user service, is valid.
 *
 * @param avatar the version of the photo; null for none
 * @param settings null for the default ones
 * @param blocked the users whom this user has blocked; null for none
 * @param missedMailTo where mails about missed messages go; null when the user wants none
 * @param deleted whether the account was deleted; null for no
 */
@RegisterForReflection
@MongoEntity(collection = "profiles")
public record Profile(
        @BsonId String id,
        String name,
        @Nullable String about,
        @Nullable String avatar,
        @Nullable Settings settings,
        @Nullable List<String> blocked,
        @Nullable MissedMailTo missedMailTo,
        @Nullable Boolean deleted,
        Instant createdAt,
        long version) {

    static final String DELETED = "Deleted account";

    /** A user with default settings. */
    static Profile of(String id, String name, Instant createdAt, long version) {
        return new Profile(id, name, null, null, null, null, null, null, createdAt, version);
    }

    static Profile deleted(String id, Instant createdAt, long version) {
        return new Profile(id, DELETED, null, null, null, null, null, true, createdAt, version);
    }

    /** The name that others see. */
    public String shownName() {
        return isDeleted() ? DELETED : name;
    }

    @JsonIgnore
    boolean isDeleted() {
        return Boolean.TRUE.equals(deleted);
    }

    List<String> blockedUsers() {
        return blocked == null ? List.of() : blocked;
    }

    /** Whether others see the same of both. */
    boolean looksLike(Profile other) {
        return shownName().equals(other.shownName())
                && Objects.equals(about, other.about)
                && Objects.equals(avatar, other.avatar);
    }
}
