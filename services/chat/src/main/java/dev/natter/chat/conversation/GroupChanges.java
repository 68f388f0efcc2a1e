package dev.natter.chat.conversation;

import dev.natter.chat.conversation.MessageQueries.GroupChange;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the members, roles and title of groups as their logs say. A change is made when its entry is in the log, and three steps
 * make it visible at once and on every replica, wherever one is killed:
 *
 * <ol>
 *   <li>{@link #announce} notes in the conversation that its log may have one change more than it shows.
 *   <li>The entry is appended; it is refused if the log has got another change meanwhile.
 *   <li>{@link #apply} brings the conversation up to date, once: the update matches only the number of changes before it.
 * </ol>
 *
 * A reader of a conversation between the first and the third step looks into the log, and applies what is there. All other
 * readers, and all who send messages, find that there is nothing to look for in the conversation that they read anyway. An
 * announcement of a change that was never made stays, at the price of that look, until the next change.
 */
@ApplicationScoped
public class GroupChanges {

    /** A look at this many entries without a change is not repeated. */
    private static final int MAX_REPEATED = 100;

    private final ConversationRepository conversations;
    private final MessageQueries messageQueries;
    private final Receipts receipts;
    private final ConversationListener listener;

    GroupChanges(
            ConversationRepository conversations,
            MessageQueries messageQueries,
            Receipts receipts,
            ConversationListener listener) {
        this.conversations = conversations;
        this.messageQueries = messageQueries;
        this.receipts = receipts;
        this.listener = listener;
    }

    /** Announces the next change; false when there has been another one since this conversation was read. */
    public Uni<Boolean> announce(Conversation before) {
        return conversations.announce(before.id(), before.changes());
    }

    /**
     * Gives a group another avatar, or none; not in its log. False when its avatar is another than {@code before} by now.
     */
    public Uni<Boolean> changeAvatar(String id, @Nullable String before, @Nullable String after) {
        return conversations.changeAvatar(id, before, after);
    }

    /** The conversation after its next change, which is in the log. */
    public Uni<Conversation> apply(Conversation before, GroupChange change) {
        var after = before.with(change);
        // Positions first: what all members of a large group have reached is the lowest of them.
        return begin(before, after, change)
                .chain(() -> receipts.end(before.id(), change.removed()))
                .chain(() -> conversations.change(before, after))
                .chain(applied -> {
                    if (applied) {
                        listener.membersChanged(before.id(), change.added(), change.removed());
                    }
                    return applied ? Uni.createFrom().item(after) : reload(before.id(), after);
                });
    }

    private Uni<Void> begin(Conversation before, Conversation after, GroupChange change) {
        var joining = receipts.begin(before.id(), change.added(), change.seq());
        return after.isLarge() && !before.isLarge()
                ? receipts.begin(before.id(), before.memberIds(), 0).chain(() -> joining)
                : joining;
    }

    /** Another replica applied the change. */
    private Uni<Conversation> reload(String conversationId, Conversation otherwise) {
        return conversations
                .getById(conversationId)
                .chain(found -> found == null ? Uni.createFrom().item(otherwise) : settled(found));
    }

    /** The conversation with its settled state; null for null. */
    Uni<@Nullable Conversation> settledOrNull(@Nullable Conversation found) {
        return found == null ? Uni.createFrom().nullItem() : settled(found).map(settled -> settled);
    }

    /** The conversation with all changes that its log has now. */
    Uni<Conversation> settled(Conversation found) {
        return found.isUnsettled() ? applyAll(found) : Uni.createFrom().item(found);
    }

    private Uni<Conversation> applyAll(Conversation found) {
        var from = found.state().settledSeq();
        return messageQueries.groupChanges(found.id(), from).chain(next -> {
            if (next.changes().isEmpty()) {
                return next.upTo() <= from + MAX_REPEATED
                        ? Uni.createFrom().item(found)
                        : conversations.settle(found, next.upTo()).replaceWith(found);
            }
            return apply(found, next.changes().get(0)).chain(this::settled);
        });
    }
}
