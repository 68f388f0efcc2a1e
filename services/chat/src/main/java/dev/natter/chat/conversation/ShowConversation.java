package dev.natter.chat.conversation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Shows one conversation to one of its members. */
@ApplicationScoped
class ShowConversation {

    private final ConversationAccess access;
    private final ConversationViews views;

    ShowConversation(ConversationAccess access, ConversationViews views) {
        this.access = access;
        this.views = views;
    }

    Uni<ConversationView> handle(String conversationId, String userId) {
        return access.open(conversationId, userId)
                .chain(conversation -> views.of(List.of(conversation), userId))
                .map(shown -> shown.get(0));
    }
}
