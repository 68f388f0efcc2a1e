package dev.natter.chat.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.natter.chat.conversation.MessageQueries.GroupChange;
import dev.natter.chat.conversation.MessageQueries.LogHead;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A conversation, as it is stored. The projection of its log changes {@code lastSeq}, {@code last} and {@code updatedAt};
 * the changes of a group in its log make its members, roles and title, see {@link GroupChanges}.
 *
 * @param memberIds in the order in which they joined; in a list only the first {@link ConversationView#MAX_MEMBERS} and one
 *     more
 * @param pair of a direct conversation: both ids in order; unique
 * @param pinnedBy members who have pinned it; null for none, and left out of a list as {@code archivedBy}
 * @param archivedBy null for none; the projection of a message removes the marks before it
 * @param group null of one that has not changed
 * @param joined who joined with which entry, but for those who are in it from its start; null for none, and in a list
 * @param announced the log has no more changes of the group than so many; null for none
 * @param avatar the version of the photo of a group; null for none
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
        @Nullable List<ArchiveMark> archivedBy,
        @Nullable GroupState group,
        @Nullable Map<String, Long> joined,
        @Nullable Long announced,
        @Nullable String avatar) {

    public Conversation {
        memberIds = List.copyOf(memberIds);
    }

    /** A new one; without a title, of two members, it is direct. */
    static Conversation started(String id, @Nullable String title, List<String> memberIds, Instant at) {
        var isDirect = title == null && memberIds.size() == 2;
        var pair = isDirect ? pair(memberIds.get(0), memberIds.get(1)) : null;
        var kind = isDirect ? Kind.DIRECT : Kind.GROUP;
        return new Conversation(
                id,
                kind,
                title,
                memberIds,
                memberIds.size(),
                pair,
                0,
                null,
                at,
                at,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same for two users in either order. Ids hold no blank. */
    static String pair(String one, String other) {
        return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
    }

    /** Whether it has more members than a view of it shows. */
    boolean isLarge() {
        return memberIds.size() > ConversationView.MAX_MEMBERS;
    }

    public boolean isGroup() {
        return kind == Kind.GROUP;
    }

    public Role roleOf(String userId) {
        if (!isGroup()) {
            return Role.MEMBER;
        }
        if (userId.equals(ownerId())) {
            return Role.OWNER;
        }
        return state().adminIds().contains(userId) ? Role.ADMIN : Role.MEMBER;
    }

    private @Nullable String ownerId() {
        return group != null && group.ownerId() != null
                ? group.ownerId()
                : memberIds.isEmpty() ? null : memberIds.get(0);
    }

    /** The member who becomes the owner when this one leaves: the first admin to join, else the first member; null for none. */
    public @Nullable String heirOf(String leavingId) {
        var others = others(leavingId);
        return others.stream()
                .filter(userId -> roleOf(userId) == Role.ADMIN)
                .findFirst()
                .or(() -> others.stream().findFirst())
                .orElse(null);
    }

    /** The member sees the log from the entry with this number on; 0 for all of it. */
    public long joinedSeq(String userId) {
        return joined == null ? 0 : joined.getOrDefault(userId, 0L);
    }

    /**
     * From which entry on each user sees the log. One who is no member of this conversation, as it was read, sees none of what
     * it had by then: a member that joins later begins behind it.
     */
    public ToLongFunction<String> visibleFrom() {
        var members = Set.copyOf(memberIds);
        return userId -> members.contains(userId) ? joinedSeq(userId) : Long.MAX_VALUE;
    }

    /** How many changes of the group there have been. */
    public long changes() {
        return state().changes();
    }

    GroupState state() {
        return group == null ? GroupState.START : group;
    }

    /** Whether its log may have changes of the group that it does not show yet. */
    boolean isUnsettled() {
        return announced != null && announced > changes();
    }

    /** The same after the next change of the group. */
    Conversation with(GroupChange change) {
        var members = new ArrayList<>(memberIds);
        var joins = new HashMap<String, Long>(joined == null ? Map.of() : joined);
        var removed = Set.copyOf(change.removed());
        members.removeAll(removed);
        joins.keySet().removeAll(removed);
        change.added().stream().filter(userId -> !members.contains(userId)).forEach(userId -> {
            members.add(userId);
            joins.put(userId, change.seq());
        });
        return new Conversation(
                id,
                kind,
                change.title() == null ? title : change.title(),
                members,
                members.size(),
                pair,
                lastSeq,
                last,
                createdAt,
                updatedAt,
                pinnedBy == null
                        ? null
                        : pinnedBy.stream().filter(members::contains).toList(),
                archivedBy == null
                        ? null
                        : archivedBy.stream()
                                .filter(mark -> members.contains(mark.userId()))
                                .toList(),
                state().with(change, ownerId(), removed),
                joins.isEmpty() ? null : joins,
                announced,
                avatar);
    }

    /** All members but this one. */
    public List<String> others(String userId) {
        return memberIds.stream().filter(member -> !member.equals(userId)).toList();
    }

    /** The same; this is the newest message that its viewer sees. */
    Conversation showing(@Nullable MessageView newest) {
        return new Conversation(
                id,
                kind,
                title,
                memberIds,
                memberCount,
                pair,
                lastSeq,
                newest,
                createdAt,
                updatedAt,
                pinnedBy,
                archivedBy,
                group,
                joined,
                announced,
                avatar);
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
                marksBehind(newest.message()),
                group,
                joined,
                announced,
                avatar);
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
                archived ? List.of(new ArchiveMark(userId, lastSeq)) : null,
                group,
                joined,
                announced,
                avatar);
    }

    private @Nullable List<ArchiveMark> marksBehind(@Nullable MessageView message) {
        return archivedBy == null || message == null || message.hiddenFrom() != null
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

    /**
     * What the changes of a group in its log have made of it, besides its members and title.
     *
     * @param ownerId null until another than the first member is
     * @param changes how many there were
     * @param settledSeq the log has no further ones up to this entry
     */
    @RegisterForReflection
    public record GroupState(@Nullable String ownerId, List<String> adminIds, long changes, long settledSeq) {

        static final GroupState START = new GroupState(null, List.of(), 0, 0);

        public GroupState {
            adminIds = List.copyOf(adminIds);
        }

        /** A former owner is an admin from then on. */
        private GroupState with(GroupChange change, @Nullable String before, Set<String> removed) {
            var admins = new LinkedHashSet<>(adminIds);
            var owner = before;
            if (change.roleOf() != null) {
                admins.remove(change.roleOf());
                if (change.role() == Role.ADMIN) {
                    admins.add(change.roleOf());
                } else if (change.role() == Role.OWNER) {
                    if (before != null) {
                        admins.add(before);
                    }
                    owner = change.roleOf();
                }
            }
            admins.removeAll(removed);
            if (owner != null && removed.contains(owner)) {
                // The last member has left: the next one to join is the first.
                owner = null;
            }
            return new GroupState(owner, List.copyOf(admins), changes + 1, change.seq());
        }
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
