package dev.natter.chat.conversation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Brings a large group of the first release up to date when it is first shown: that release wrote no number of members,
 * and no position of a member who had not read anything. Safe to repeat.
 */
@ApplicationScoped
class CountMembers {

    private final Conversations conversations;
    private final Receipts receipts;

    CountMembers(Conversations conversations, Receipts receipts) {
        this.conversations = conversations;
        this.receipts = receipts;
    }

    /** The same conversation with the number of its members. */
    Uni<Conversation> handle(Conversation conversation) {
        var id = conversation.id();
        return conversation.isCounted()
                ? Uni.createFrom().item(conversation)
                : conversations.membersOf(List.of(id)).chain(found -> {
                    var members = found.getOrDefault(id, List.of());
                    return receipts.begin(id, members)
                            .chain(() -> conversations.writeMemberCount(id, members.size()))
                            .replaceWith(conversation.withMemberCount(members.size()));
                });
    }
}
