package dev.natter.chat.invite;

import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An invite, as it is stored. Deleted when it is revoked.
 *
 * @param id the hash of its token
 * @param conversationId the group; null for a direct conversation with the inviter
 * @param usesLeft how many more people may accept it
 * @param claimedBy who took a use; each may come back with it until he is in {@code joinedBy}
 * @param joinedBy who is, or was, in the conversation through it
 */
@RegisterForReflection
@MongoEntity(collection = "invites")
public record Invite(
        @BsonId String id,
        String inviterId,
        @Nullable String conversationId,
        Instant createdAt,
        Instant expiresAt,
        int maxUses,
        int usesLeft,
        List<String> claimedBy,
        List<String> joinedBy) {

    public Invite {
        claimedBy = List.copyOf(claimedBy);
        joinedBy = List.copyOf(joinedBy);
    }

    boolean isOpen(Instant now) {
        return usesLeft > 0 && expiresAt.isAfter(now);
    }
}
