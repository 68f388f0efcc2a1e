package dev.natter.chat.invite;

import dev.natter.chat.conversation.ConversationView;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Accepts an invite. Of however many at the same time, on however many replicas, no more succeed than the invite has uses: each
 * takes one in a single command before joining. Who comes again gets the same conversation and takes no other use, also when
 * the replica died between the two.
 */
@ApplicationScoped
class AcceptInvite {

    private final InviteRepository invites;
    private final JoinInvited join;
    private final Clock clock;

    AcceptInvite(InviteRepository invites, JoinInvited join, Clock clock) {
        this.invites = invites;
        this.join = join;
        this.clock = clock;
    }

    /** Refuses with 410 what is used up, expired, revoked or unknown, with 422 one's own direct invite. */
    Uni<ConversationView> handle(String token, String userId) {
        return invites.get(InviteToken.id(token))
                .onItem()
                .ifNull()
                .failWith(AcceptInvite::gone)
                .chain(invite -> {
                    if (invite.conversationId() == null && invite.inviterId().equals(userId)) {
                        throw ApiException.unprocessable(
                                ErrorCode.OWN_INVITE, "This is your own invite. Send it to someone else.");
                    }
                    return join.current(invite, userId)
                            .chain(current -> current != null ? Uni.createFrom().item(current) : claim(invite, userId));
                });
    }

    private Uni<ConversationView> claim(Invite invite, String userId) {
        if (invite.conversationId() != null && invite.joinedBy().contains(userId)) {
            // Has left the group since, or was removed.
            throw gone();
        }
        var claimed = invite.claimedBy().contains(userId)
                ? Uni.createFrom().item(invite)
                : invites.claim(invite.id(), userId, clock.instant())
                        .onItem()
                        .ifNull()
                        .switchTo(() -> claimedMeanwhile(invite.id(), userId));
        return claimed.chain(taken -> join.handle(taken, userId)
                .onFailure(ApiException.class)
                .call(refused -> invites.release(invite.id(), userId))
                .call(() -> invites.joined(invite.id(), userId)));
    }

    /** By another request of the same user; else it is gone. */
    private Uni<Invite> claimedMeanwhile(String id, String userId) {
        return invites.get(id).map(invite -> {
            if (invite == null || !invite.claimedBy().contains(userId)) {
                throw gone();
            }
            return invite;
        });
    }

    /** Also for a token that never existed: what has expired is deleted after a while, and the two must look the same. */
    static ApiException gone() {
        return ApiException.gone(
                ErrorCode.INVITE_GONE, "This invite was used up, has expired or was revoked. Ask for a new one.");
    }
}
