package dev.natter.chat.conversation;

import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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

    /** The other members, for one of them. Asks the store only when nobody of them is connected to this replica. */
    public Uni<List<String>> others(String conversationId, String userId) {
        var members = rosters.membersFor(conversationId, userId);
        return members == null
                ? open(conversationId, userId).map(conversation -> conversation.others(userId))
                : Uni.createFrom().item(() -> Conversation.others(members, userId));
    }

    /**
     * Takes the next number for a message of this member, in one step with the check that it is one. A number once taken
     * is never given out again, whether or not its message comes to be stored.
     */
    public Uni<Place> takePlace(String conversationId, String senderId, Instant at) {
        return conversations
                .takePlace(conversationId, senderId, at, rosters.membersFor(conversationId, senderId))
                .onItem()
                .ifNull()
                .failWith(ConversationAccess::unknown);
    }

    /** Whether this user is in at least one of these conversations. */
    public Uni<Boolean> isInOneOf(Collection<String> conversationIds, String userId) {
        return conversationIds.isEmpty()
                ? Uni.createFrom().item(false)
                : conversations.isInOneOf(conversationIds, userId);
    }

    /** Makes a stored message its conversation's last one, unless a later one is already. */
    public Uni<Void> bringForward(MessageView stored) {
        return conversations.bringForward(stored);
    }

    private static Refusal unknown() {
        return Refusal.notFound(ErrorCode.CONVERSATION_NOT_FOUND, "There is no such conversation.");
    }
}
