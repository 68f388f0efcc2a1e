package dev.natter.chat.conversation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages through the conversations of one person, latest activity first. */
@ApplicationScoped
class ListConversations {

    private final Conversations conversations;
    private final ConversationViews views;

    ListConversations(Conversations conversations, ConversationViews views) {
        this.conversations = conversations;
        this.views = views;
    }

    Uni<ConversationPage> handle(String userId, @Nullable Cursor after, int limit) {
        return conversations.page(userId, after, limit + 1).chain(found -> {
            var shown = found.subList(0, Math.min(found.size(), limit));
            return views.of(shown, userId).map(items -> new ConversationPage(items, next(found, shown)));
        });
    }

    private static @Nullable String next(List<Conversation> found, List<Conversation> shown) {
        return found.size() > shown.size()
                ? Cursor.behind(shown.get(shown.size() - 1)).toString()
                : null;
    }
}
