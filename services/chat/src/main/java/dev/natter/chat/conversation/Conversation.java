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
 * @param taken the highest number that a message has taken; its message may still be on the way, or have died on it
 * @param last the newest message, as far as is written here; may lag behind for a moment
 * @param updatedAt the latest activity
 */
public record Conversation(
        String id,
        Kind kind,
        @Nullable String title,
        List<String> memberIds,
        int memberCount,
        long taken,
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
            long taken,
            @Nullable MessageView last,
            Instant updatedAt) {
        this(id, kind, title, memberIds, memberIds.size(), taken, last, updatedAt);
    }

    /** Whether it has more members than a view of it shows. */
    boolean isLarge() {
        return memberIds.size() > ConversationView.MAX_MEMBERS;
    }

    boolean isCounted() {
        return memberCount > 0;
    }

    Conversation withMemberCount(int count) {
        return new Conversation(id, kind, title, memberIds, count, taken, last, updatedAt);
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

    /** The seq of the newest message that is known to be stored; 0 when there is none. */
    public long lastSeq() {
        return last == null ? 0 : last.seq();
    }

    /** Whether a message may be stored that {@code last} does not show yet. */
    public boolean isBehind() {
        return lastSeq() < taken;
    }

    Conversation withLast(MessageView newest) {
        return new Conversation(id, kind, title, memberIds, memberCount, taken, newest, updatedAt);
    }
}
