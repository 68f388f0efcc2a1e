package dev.natter.chat.conversation;

import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A conversation, as it is stored in MongoDB. Its members are written once; the projection of its log changes {@code
 * lastSeq}, {@code last} and {@code updatedAt}.
 *
 * @param memberIds who is in it, the one who started it first; in a list the first of them, one more than
 *     {@link ConversationView#MAX_MEMBERS} at most
 * @param memberCount how many are in it
 * @param pair of a direct conversation: both ids in order; unique
 * @param lastSeq the number of the newest entry of its log, as far as it is projected; may lag behind for a moment
 * @param last the newest message up to there
 * @param updatedAt the latest activity
 */
@RegisterForReflection
@MongoEntity(collection = "conversations")
public record Conversation(
        @BsonId String id,
        Kind kind,
        @Nullable String title,
        List<String> memberIds,
        int memberCount,
        @Nullable String pair,
        long lastSeq,
        @Nullable MessageView last,
        Instant createdAt,
        Instant updatedAt) {

    public Conversation {
        memberIds = List.copyOf(memberIds);
    }

    /** A new one; without a title, of two members, it is direct. */
    static Conversation started(String id, @Nullable String title, List<String> memberIds, Instant at) {
        var isDirect = title == null && memberIds.size() == 2;
        var pair = isDirect ? pair(memberIds.get(0), memberIds.get(1)) : null;
        var kind = isDirect ? Kind.DIRECT : Kind.GROUP;
        return new Conversation(id, kind, title, memberIds, memberIds.size(), pair, 0, null, at, at);
    }

    /** The same for two users in either order. Ids hold no blank. */
    static String pair(String one, String other) {
        return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
    }

    /** Whether it has more members than a view of it shows. */
    boolean isLarge() {
        return memberIds.size() > ConversationView.MAX_MEMBERS;
    }

    Role roleOf(String userId) {
        return kind == Kind.GROUP && userId.equals(memberIds.get(0)) ? Role.OWNER : Role.MEMBER;
    }

    /** All members but this one. */
    List<String> others(String userId) {
        return memberIds.stream().filter(member -> !member.equals(userId)).toList();
    }

    /** The same, brought up to date with its log. */
    Conversation with(LogHead newest) {
        return new Conversation(
                id,
                kind,
                title,
                memberIds,
                memberCount,
                pair,
                newest.seq(),
                newest.message() == null ? last : newest.message(),
                createdAt,
                newest.at().isAfter(updatedAt) ? newest.at() : updatedAt);
    }
}
