package dev.natter.chat.conversation;

import dev.natter.chat.conversation.ConversationRepository.ConversationCursor;
import dev.natter.chat.conversation.ConversationView.MemberView;
import dev.natter.chat.http.QueryNumbers;
import dev.natter.web.ApiException;
import dev.natter.web.Cursors;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
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
                .chain(found -> settled(found, userId))
                .chain(found -> {
                    var shown = found.subList(0, Math.min(found.size(), limit));
                    var next = found.size() > limit
                            ? ConversationCursor.behind(shown.get(limit - 1), userId)
                                    .encoded()
                            : null;
                    return views.of(shown, userId).map(items -> new ConversationPage(sorted(items), next));
                });
    }

    /** One that is not settled is read whole; the user may be no member of it any more. */
    private Uni<List<Conversation>> settled(List<Conversation> found, String userId) {
        return found.stream().noneMatch(Conversation::isUnsettled)
                ? Uni.createFrom().item(found)
                : Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(each -> each.isUnsettled()
                                ? access.open(each.id(), userId)
                                        .onFailure(ApiException.class)
                                        .recoverWithNull()
                                : Uni.createFrom().item(each))
                        .collect()
                        .asList();
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

    /** A page of members in the order in which they joined. */
    Uni<MemberPage> members(String conversationId, String userId, @Nullable String after, int limit) {
        return access.open(conversationId, userId).chain(conversation -> {
            var all = conversation.memberIds();
            var from = after == null ? 0 : MemberCursor.parse(after).from(all);
            var end = Math.min(from + limit, all.size());
            var page = all.subList(from, end);
            var next = end < all.size() ? new MemberCursor(end, page.get(page.size() - 1)).encoded() : null;
            return views.members(conversation, page, userId).map(items -> new MemberPage(items, next));
        });
    }

    /** Behind the last member shown; behind that place when the member has left meanwhile. */
    private record MemberCursor(int end, String userId) {

        int from(List<String> all) {
            var at = all.indexOf(userId);
            return at < 0 ? Math.min(end - 1, all.size()) : at + 1;
        }

        static MemberCursor parse(String cursor) {
            var parts = Cursors.decode("after", cursor, 2);
            var end = QueryNumbers.seq("after", parts.get(0));
            return new MemberCursor((int) Math.max(1, Math.min(end, Integer.MAX_VALUE)), parts.get(1));
        }

        String encoded() {
            return Cursors.encode(String.valueOf(end), userId);
        }
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
