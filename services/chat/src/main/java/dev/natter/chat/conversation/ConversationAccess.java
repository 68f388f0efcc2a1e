package dev.natter.chat.conversation;

import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/**
 * The one place where membership is checked. A conversation that is not the user's looks like one that does not exist: 404.
 */
@ApplicationScoped
public class ConversationAccess {

    /** Of conversations that share something so many are looked at. */
    private static final int MAX_SHARING = 100;

    private final ConversationRepository conversations;
    private final GroupChanges groupChanges;

    ConversationAccess(ConversationRepository conversations, GroupChanges groupChanges) {
        this.conversations = conversations;
        this.groupChanges = groupChanges;
    }

    /** The conversation with the members that its log says it has now. */
    public Uni<Conversation> open(String conversationId, String userId) {
        return conversations
                .getById(conversationId)
                .chain(groupChanges::settledOrNull)
                .map(found -> {
                    if (found == null || !found.memberIds().contains(userId)) {
                        throw unknown();
                    }
                    return found;
                });
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

    /** Those of these conversations in which this user is; some of them when there are many. */
    public Uni<List<Conversation>> among(Collection<String> conversationIds, String userId) {
        return conversations
                .among(conversationIds, userId, MAX_SHARING)
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(groupChanges::settled)
                .filter(found -> found.memberIds().contains(userId))
                .collect()
                .asList();
    }

    /** The 404 for a conversation that does not exist, or not for this user. */
    public static ApiException unknown() {
        return ApiException.notFound(
                ErrorCode.CONVERSATION_NOT_FOUND, "The conversation does not exist, or you are not a member.");
    }
}
