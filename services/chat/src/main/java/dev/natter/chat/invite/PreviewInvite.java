package dev.natter.chat.invite;

import dev.natter.chat.conversation.Conversation.Kind;
import dev.natter.chat.profile.ProfileService;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a caller who has a link, signed in or not, may see of where it leads. */
@ApplicationScoped
class PreviewInvite {

    private final InviteRepository invites;
    private final ProfileService profiles;
    private final JoinInvited join;
    private final Clock clock;

    PreviewInvite(InviteRepository invites, ProfileService profiles, JoinInvited join, Clock clock) {
        this.invites = invites;
        this.profiles = profiles;
        this.join = join;
        this.clock = clock;
    }

    /** Refuses with 410 what is used up, expired, revoked or unknown. */
    Uni<InvitePreview> handle(String token) {
        var now = clock.instant();
        return invites.get(InviteToken.id(token)).chain(invite -> {
            if (invite == null || !invite.isOpen(now)) {
                throw AcceptInvite.gone();
            }
            var conversationId = invite.conversationId();
            return conversationId == null
                    ? profiles.find(List.of(invite.inviterId())).map(found -> {
                        var inviter = found.get(invite.inviterId());
                        if (inviter == null) {
                            throw AcceptInvite.gone();
                        }
                        return new InvitePreview(Kind.DIRECT, inviter.name());
                    })
                    : join.group(invite, conversationId).map(group -> {
                        var title = group.title();
                        return new InvitePreview(Kind.GROUP, title == null ? "" : title);
                    });
        });
    }

    @RegisterForReflection
    @Schema(name = "InvitePreview", description = "What a link leads to.")
    record InvitePreview(
            @Schema(required = true) Kind kind,

            @Schema(
                    required = true,
                    description = "The name of the inviter, or the title of the group; empty for a group without one.")
            String name) {}
}
