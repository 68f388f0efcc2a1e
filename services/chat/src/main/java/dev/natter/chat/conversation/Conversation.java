package dev.natter.chat.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.natter.chat.conversation.Timeline.LogHead;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A conversation, as it is stored. Its members are written once; the projection of its log changes {@code lastSeq}, {@code
 * last} and {@code updatedAt}.
 *
 * @param memberIds the one who started it first; in a list only the first {@link ConversationView#MAX_MEMBERS} and one more
 * @param pair of a direct conversation: both ids in order; unique
 * @param pinnedBy members who have pinned it; null for none, and left out of a list as {@code archivedBy}
 * @param archivedBy null for none; whoever projects a message removes the marks before it
 * @param lastSeq the number of the newest entry of its log that is projected; {@code last} is the newest message up to there
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
        Instant updatedAt,
        @Nullable List<String> pinnedBy,
        @Nullable List<ArchiveMark> archivedBy) {

    public Conversation {
        memberIds = List.copyOf(memberIds);
    }

    /** A new one; without a title, of two members, it is direct. */
    static Conversation started(String id, @Nullable String title, List<String> memberIds, Instant at) {
        var isDirect = title == null && memberIds.size() == 2;
        var pair = isDirect ? pair(memberIds.get(0), memberIds.get(1)) : null;
        var kind = isDirect ? Kind.DIRECT : Kind.GROUP;
        return new Conversation(id, kind, title, memberIds, memberIds.size(), pair, 0, null, at, at, null, null);
    }

    /** The same for two users in either order. Ids hold no blank. */
    static String pair(String one, String other) {
        return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
    }

    /** Whether it has more members than a view of it shows. */
    boolean isLarge() {
        return memberIds.size() > ConversationView.MAX_MEMBERS;
    }

    public Role roleOf(String userId) {
        return kind == Kind.GROUP && userId.equals(memberIds.get(0)) ? Role.OWNER : Role.MEMBER;
    }

    /** All members but this one. */
    public List<String> others(String userId) {
        return memberIds.stream().filter(member -> !member.equals(userId)).toList();
    }

    /** The same; this is its newest message. */
    Conversation with(MessageView newest) {
        return with(new LogHead(id, lastSeq, null, newest));
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
                newest.activeAt() != null && newest.activeAt().isAfter(updatedAt) ? newest.activeAt() : updatedAt,
                pinnedBy,
                marksBehind(newest.message()));
    }

    /** The same as this member has put it away. */
    Conversation putAway(String userId, boolean pinned, boolean archived) {
        return new Conversation(
                id,
                kind,
                title,
                memberIds,
                memberCount,
                pair,
                lastSeq,
                last,
                createdAt,
                updatedAt,
                pinned ? List.of(userId) : null,
                archived ? List.of(new ArchiveMark(userId, lastSeq)) : null);
    }

    private @Nullable List<ArchiveMark> marksBehind(@Nullable MessageView message) {
        return archivedBy == null || message == null
                ? archivedBy
                : archivedBy.stream()
                        .filter(mark -> mark.seq() >= message.seq())
                        .toList();
    }

    boolean isPinnedBy(String userId) {
        return pinnedBy != null && pinnedBy.contains(userId);
    }

    boolean isArchivedBy(String userId) {
        return archivedBy != null
                && archivedBy.stream().anyMatch(mark -> mark.userId().equals(userId));
    }

    /** A member has archived the conversation when the log went up to {@code seq}: until a message comes behind that. */
    @RegisterForReflection
    public record ArchiveMark(String userId, long seq) {}

    /** What a conversation is, from its beginning to its end. */
    @RegisterForReflection
    public enum Kind {
        /** Between two people, at most one for each pair. */
        @JsonProperty("direct")
        DIRECT,
        /** Among any number of people, or under a title. */
        @JsonProperty("group")
        GROUP
    }

    /** What a member may do in a group. Members of a direct conversation have the same rights. */
    @RegisterForReflection
    public enum Role {
        /** Started the group, or took it over. A group has one. */
        @JsonProperty("owner")
        OWNER,
        /** May change the group and its members. */
        @JsonProperty("admin")
        ADMIN,
        /** Everybody else, and both members of a direct conversation. */
        @JsonProperty("member")
        MEMBER
    }
}
