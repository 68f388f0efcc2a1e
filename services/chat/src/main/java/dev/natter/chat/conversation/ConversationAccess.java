package dev.natter.chat.conversation;

import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/**
 * The one place where membership is checked. A conversation that is not the user's looks like one that does not exist: 404.
 */
@ApplicationScoped
public class ConversationAccess {

    private final ConversationRepository conversations;

    ConversationAccess(ConversationRepository conversations) {
        this.conversations = conversations;
    }

    public Uni<Conversation> open(String conversationId, String userId) {
        return conversations.get(conversationId, userId).onItem().ifNull().failWith(ConversationAccess::unknown);
    }

    public Uni<List<String>> members(String conversationId, String userId) {
        return open(conversationId, userId).map(Conversation::memberIds);
    }

    public Uni<List<String>> others(String conversationId, String userId) {
        return open(conversationId, userId).map(conversation -> conversation.others(userId));
    }

    /** Fails with the 404 of {@link #open} unless this user is one of these members. */
    public static void requireMember(List<String> memberIds, String userId) {
        if (!memberIds.contains(userId)) {
            throw unknown();
        }
    }

    /** Whether this user is in at least one of these conversations. */
    public Uni<Boolean> isInOneOf(Collection<String> conversationIds, String userId) {
        return conversations.isInOneOf(conversationIds, userId);
    }

    /** The 404 for a conversation that does not exist, or not for this user. */
    public static Refusal unknown() {
        return Refusal.notFound(
                ErrorCode.CONVERSATION_NOT_FOUND, "The conversation does not exist, or you are not a member.");
    }
}
