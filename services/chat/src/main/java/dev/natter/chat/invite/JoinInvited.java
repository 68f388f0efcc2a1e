package dev.natter.chat.invite;

import dev.natter.chat.conversation.ConversationView;
import dev.natter.chat.conversation.StartConversation;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings somebody into the conversation that an invite leads to. */
@ApplicationScoped
class JoinInvited {

    private final StartConversation startConversation;

    JoinInvited(StartConversation startConversation) {
        this.startConversation = startConversation;
    }

    /** The conversation when this user is in it; null when not yet. */
    Uni<@Nullable ConversationView> current(Invite invite, String userId) {
        return Uni.createFrom().nullItem();
    }

    /** Idempotent. */
    Uni<ConversationView> handle(Invite invite, String userId) {
        return startConversation
                .handle(userId, List.of(invite.inviterId()), null)
                .map(StartConversation.Outcome::conversation)
                // The inviter's account is deleted.
                .onFailure(failure -> failure instanceof Refusal refused && refused.status() == 404)
                .transform(failure -> AcceptInvite.gone());
    }
}
