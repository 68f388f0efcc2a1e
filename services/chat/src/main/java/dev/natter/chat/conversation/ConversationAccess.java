package dev.natter.chat.conversation;

import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/**
 * The one door to conversations. Whoever is not in one learns no more of it than of one that does not exist: 404
 * {@code conversation_not_found} for both.
 */
@ApplicationScoped
public class ConversationAccess {

    private final Conversations conversations;
    private final Rosters rosters;

    ConversationAccess(Conversations conversations, Rosters rosters) {
        this.conversations = conversations;
        this.rosters = rosters;
    }

    /** The conversation, for one of its members. */
    public Uni<Conversation> open(String conversationId, String userId) {
        var members = rosters.membersFor(conversationId, userId);
        var found = members == null
                ? conversations.find(conversationId, userId)
                : conversations.findOf(conversationId, members);
        return found.onItem().ifNull().failWith(ConversationAccess::unknown);
    }

    /** All members, for one of them. Asks the store only when none of them is connected to this replica. */
    public Uni<List<String>> members(String conversationId, String userId) {
        var members = rosters.membersFor(conversationId, userId);
        return members == null
                ? open(conversationId, userId).map(Conversation::memberIds)
                : Uni.createFrom().item(members);
    }

    /** The other members, for one of them. Asks the store only when none of them is connected to this replica. */
    public Uni<List<String>> others(String conversationId, String userId) {
        return members(conversationId, userId).map(members -> Conversation.others(members, userId));
    }

    /** Refuses whoever is not one of these members of a conversation, like one who asks for it. */
    public static void requireMember(List<String> memberIds, String userId) {
        if (!memberIds.contains(userId)) {
            throw unknown();
        }
    }

    /** Whether this user is in at least one of these conversations. */
    public Uni<Boolean> isInOneOf(Collection<String> conversationIds, String userId) {
        return conversationIds.isEmpty()
                ? Uni.createFrom().item(false)
                : conversations.isInOneOf(conversationIds, userId);
    }

    /** The refusal of a conversation that does not exist, or not for this user. */
    public static Refusal unknown() {
        return Refusal.notFound(ErrorCode.CONVERSATION_NOT_FOUND, "There is no such conversation.");
    }
}
