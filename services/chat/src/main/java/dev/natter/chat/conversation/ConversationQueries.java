package dev.natter.chat.conversation;

import dev.natter.chat.conversation.ConversationRepository.ConversationCursor;
import dev.natter.chat.conversation.ConversationView.MemberView;
import dev.natter.web.Refusal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a member can read of conversations: their list, one of them, its members. */
@ApplicationScoped
class ConversationQueries {

    private static final Comparator<ConversationView> PINNED_FIRST = Comparator.comparing(
                    (ConversationView each) -> each.mine().pinned())
            .thenComparing(ConversationView::updatedAt)
            .thenComparing(ConversationView::id)
            .reversed();

    private final ConversationAccess access;
    private final ConversationRepository conversations;
    private final ConversationProjection projection;
    private final ConversationViews views;

    ConversationQueries(
            ConversationAccess access,
            ConversationRepository conversations,
            ConversationProjection projection,
            ConversationViews views) {
        this.access = access;
        this.conversations = conversations;
        this.projection = projection;
        this.views = views;
    }

    /** A page of a user's conversations, the archived ones or the others: pinned first, then latest activity first. */
    Uni<ConversationPage> list(String userId, boolean archived, @Nullable ConversationCursor after, int limit) {
        return projection
                .writeFor(userId)
                .chain(() -> conversations.page(userId, archived, after, limit + 1))
                .chain(found -> {
                    var shown = found.subList(0, Math.min(found.size(), limit));
                    var next = found.size() > limit
                            ? ConversationCursor.behind(shown.get(limit - 1), userId)
                                    .encoded()
                            : null;
                    return views.of(shown, userId).map(items -> new ConversationPage(sorted(items), next));
                });
    }

    /** Some may turn out to be younger than they were projected. */
    private static List<ConversationView> sorted(List<ConversationView> items) {
        return items.stream().sorted(PINNED_FIRST).toList();
    }

    Uni<ConversationView> get(String conversationId, String userId) {
        return access.open(conversationId, userId)
                .chain(conversation -> views.of(List.of(conversation), userId))
                .map(shown -> shown.get(0));
    }

    /** A page of members in the order in which they joined, behind the one with the id {@code after}. */
    Uni<MemberPage> members(String conversationId, String userId, @Nullable String after, int limit) {
        return access.open(conversationId, userId).chain(conversation -> {
            var all = conversation.memberIds();
            var from = after == null ? 0 : all.indexOf(after) + 1;
            if (after != null && from == 0) {
                throw Refusal.malformed("after", "is not a cursor of this list");
            }
            var page = all.subList(from, Math.min(from + limit, all.size()));
            var next = from + limit < all.size() ? page.get(page.size() - 1) : null;
            return views.members(conversation, page, userId).map(items -> new MemberPage(items, next));
        });
    }

    @RegisterForReflection
    @Schema(name = "ConversationPage")
    record ConversationPage(
            @Schema(required = true, description = "Pinned first, then latest activity first.")
            List<ConversationView> items,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "Send it as `after` to get the next page; null on the last page.")
            @Nullable String next) {
        ConversationPage {
            items = List.copyOf(items);
        }
    }

    @RegisterForReflection
    @Schema(name = "MemberPage")
    record MemberPage(
            @Schema(required = true, description = "In the order in which they joined.")
            List<MemberView> items,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "Send it as `after` to get the next page; null on the last page.")
            @Nullable String next) {
        MemberPage {
            items = List.copyOf(items);
        }
    }
}
