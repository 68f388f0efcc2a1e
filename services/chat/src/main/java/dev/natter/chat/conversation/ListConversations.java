package dev.natter.chat.conversation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages through the conversations of one person, latest activity first. */
@ApplicationScoped
class ListConversations {

    private static final Comparator<ConversationView> LATEST_FIRST = Comparator.comparing(ConversationView::updatedAt)
            .thenComparing(ConversationView::id)
            .reversed();

    private final Conversations conversations;
    private final ConversationProjection projection;
    private final ConversationViews views;

    ListConversations(Conversations conversations, ConversationProjection projection, ConversationViews views) {
        this.conversations = conversations;
        this.projection = projection;
        this.views = views;
    }

    Uni<ConversationPage> handle(String userId, @Nullable Cursor after, int limit) {
        return projection
                .writeFor(userId)
                .chain(() -> conversations.page(userId, after, limit + 1))
                .chain(found -> {
                    var shown = found.subList(0, Math.min(found.size(), limit));
                    return views.of(shown, userId)
                            .map(items -> new ConversationPage(sorted(items), next(found, shown)));
                });
    }

    /** Some may turn out to be younger than they were written to be. */
    private static List<ConversationView> sorted(List<ConversationView> items) {
        return items.stream().sorted(LATEST_FIRST).toList();
    }

    private static @Nullable String next(List<Conversation> found, List<Conversation> shown) {
        return found.size() > shown.size()
                ? Cursor.behind(shown.get(shown.size() - 1)).toString()
                : null;
    }
}
