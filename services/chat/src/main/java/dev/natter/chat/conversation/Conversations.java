package dev.natter.chat.conversation;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every conversation ever started. */
interface Conversations {

    /** Adds a group. */
    Uni<Conversation> add(Conversation group);

    /** Adds a direct conversation, unless its pair has one: then the answer is null, and nothing is added. */
    Uni<@Nullable Conversation> addDirect(Conversation direct);

    /** The direct conversation of these two, in either order; null when there is none. */
    Uni<@Nullable Conversation> findDirect(String userId, String otherId);

    /** The conversation, if this user is in it; else null. */
    Uni<@Nullable Conversation> find(String id, String memberId);

    /** The conversation, whose members are known to be these; null when there is none. */
    Uni<@Nullable Conversation> findOf(String id, List<String> memberIds);

    /** Whether this user is in at least one of these. */
    Uni<Boolean> isInOneOf(Collection<String> ids, String memberId);

    /**
     * The conversations this user is in, latest activity first, from behind the cursor (from the top without one). Each has
     * its first members only.
     */
    Uni<List<Conversation>> page(String memberId, @Nullable Cursor after, int limit);

    /** Notes how many members there are. */
    Uni<Void> writeMemberCount(String id, int count);

    /** Brings these conversations up to date with their logs, unless they are already, or even more. */
    Uni<Void> project(Collection<LogHead> newest);

    /** The ids of all conversations this user is in. */
    Uni<Set<String>> idsOf(String memberId);

    /** The members of these conversations, by conversation. */
    Uni<Map<String, List<String>>> membersOf(Collection<String> ids);

    /** Those of the candidates who share a conversation with this user. */
    Uni<Set<String>> companionsAmong(String userId, Collection<String> candidates);

    /** Everybody who shares a conversation with this user. */
    Uni<Set<String>> companions(String userId);
}
