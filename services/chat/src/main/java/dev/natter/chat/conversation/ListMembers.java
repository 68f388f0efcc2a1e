package dev.natter.chat.conversation;

import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Pages through the members of a conversation, for one of them, in the order in which they joined. */
@ApplicationScoped
class ListMembers {

    private final ConversationAccess access;
    private final ConversationViews views;

    ListMembers(ConversationAccess access, ConversationViews views) {
        this.access = access;
        this.views = views;
    }

    /** The page behind the member whose id is {@code after}; refuses with 400 when that is not a member. */
    Uni<MemberPage> handle(String conversationId, String userId, @Nullable String after, int limit) {
        return access.open(conversationId, userId).chain(conversation -> {
            var all = conversation.memberIds();
            var from = after == null ? 0 : all.indexOf(after) + 1;
            if (after != null && from == 0) {
                throw Refusal.malformed("after", "is not a cursor that this list gave out");
            }
            var page = all.subList(from, Math.min(from + limit, all.size()));
            var next = from + limit < all.size() ? page.get(page.size() - 1) : null;
            return views.members(conversation, page).map(items -> new MemberPage(items, next));
        });
    }
}
