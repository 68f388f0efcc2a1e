package dev.natter.chat.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it is stored.
 *
 * @param memberIds who is in it, the one who started it first; in a list the first of them, one more than
 *     {@link ConversationView#MAX_MEMBERS} at most
 * @param memberCount how many are in it; 0 when that is not written yet
 * @param lastSeq the number of the newest entry of its log, as far as is written here; may lag behind for a moment
 * @param last the newest message up to there
 * @param updatedAt the latest activity
 */
public record Conversation(
        String id,
        Kind kind,
        @Nullable String title,
        List<String> memberIds,
        int memberCount,
        long lastSeq,
        @Nullable MessageView last,
        Instant updatedAt) {

    public Conversation {
        memberIds = List.copyOf(memberIds);
    }

    /** One whose members are all given. */
    public Conversation(
            String id,
            Kind kind,
            @Nullable String title,
            List<String> memberIds,
            long lastSeq,
            @Nullable MessageView last,
            Instant updatedAt) {
        this(id, kind, title, memberIds, memberIds.size(), lastSeq, last, updatedAt);
    }

    /** Whether it has more members than a view of it shows. */
    boolean isLarge() {
        return memberIds.size() > ConversationView.MAX_MEMBERS;
    }

    boolean isCounted() {
        return memberCount > 0;
    }

    Conversation withMemberCount(int count) {
        return new Conversation(id, kind, title, memberIds, count, lastSeq, last, updatedAt);
    }

    Role roleOf(String userId) {
        return kind == Kind.GROUP && userId.equals(memberIds.get(0)) ? Role.OWNER : Role.MEMBER;
    }

    /** Everybody in it but this user. */
    public List<String> others(String userId) {
        return others(memberIds, userId);
    }

    static List<String> others(List<String> memberIds, String userId) {
        return memberIds.stream().filter(member -> !member.equals(userId)).toList();
    }

    /** The same with what its log shows by now. */
    Conversation with(LogHead newest) {
        return new Conversation(
                id,
                kind,
                title,
                memberIds,
                memberCount,
                newest.seq(),
                newest.message() == null ? last : newest.message(),
                newest.at().isAfter(updatedAt) ? newest.at() : updatedAt);
    }
}
