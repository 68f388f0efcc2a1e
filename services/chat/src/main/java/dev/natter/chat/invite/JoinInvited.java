package dev.natter.chat.invite;

import dev.natter.chat.conversation.Conversation;
import dev.natter.chat.conversation.Conversation.Role;
import dev.natter.chat.conversation.ConversationView;
import dev.natter.chat.conversation.ConversationViews;
import dev.natter.chat.conversation.Memberships;
import dev.natter.chat.conversation.StartConversation;
import dev.natter.chat.group.ChangeGroup;
import dev.natter.web.ApiException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conversation that an invite leads to. */
@ApplicationScoped
class JoinInvited {

    private final StartConversation startConversation;
    private final ChangeGroup changeGroup;
    private final Memberships memberships;
    private final ConversationViews views;

    JoinInvited(
            StartConversation startConversation,
            ChangeGroup changeGroup,
            Memberships memberships,
            ConversationViews views) {
        this.startConversation = startConversation;
        this.changeGroup = changeGroup;
        this.memberships = memberships;
        this.views = views;
    }

    /** The group to which this invite leads; refuses with 410 when the inviter may not invite to it any more. */
    Uni<Conversation> group(Invite invite, String conversationId) {
        return memberships.find(conversationId).map(group -> {
            if (group == null
                    || !group.memberIds().contains(invite.inviterId())
                    || group.roleOf(invite.inviterId()) == Role.MEMBER) {
                throw AcceptInvite.gone();
            }
            return group;
        });
    }

    /** The group as this user sees it, who is a member; null when this user is none, or it is a direct conversation. */
    Uni<@Nullable ConversationView> current(Invite invite, String userId) {
        var conversationId = invite.conversationId();
        return conversationId == null
                ? Uni.createFrom().nullItem()
                : group(invite, conversationId)
                        .chain(group -> group.memberIds().contains(userId)
                                ? view(group, userId)
                                : Uni.createFrom().nullItem());
    }

    /** Idempotent. */
    Uni<ConversationView> handle(Invite invite, String userId) {
        var conversationId = invite.conversationId();
        return conversationId == null
                ? startConversation
                        .handle(userId, List.of(invite.inviterId()), null)
                        .map(StartConversation.Outcome::conversation)
                        // The account of the inviter is deleted.
                        .onFailure(failure -> failure instanceof ApiException refused && refused.status() == 404)
                        .transform(failure -> AcceptInvite.gone())
                : changeGroup.join(conversationId, userId).chain(group -> view(group, userId));
    }

    private Uni<ConversationView> view(Conversation conversation, String userId) {
        return views.of(List.of(conversation), userId).map(shown -> shown.get(0));
    }
}
