package dev.natter.chat.invite;

import dev.natter.chat.conversation.Conversation;
import dev.natter.chat.conversation.Conversation.Kind;
import dev.natter.chat.conversation.Conversation.Role;
import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an invite: of anyone to a direct conversation, or of an admin to the group. */
@ApplicationScoped
class CreateInvite {

    private final ConversationAccess access;
    private final InviteRepository invites;
    private final InviteConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CreateInvite(ConversationAccess access, InviteRepository invites, InviteConfig config, Clock clock) {
        this.access = access;
        this.invites = invites;
        this.config = config;
        this.clock = clock;
    }

    /** @param token known to the caller alone from here on */
    record Created(Invite invite, String token) {
        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Created[invite=%s]".formatted(invite.id());
        }
    }

    Uni<Created> handle(
            String inviterId, @Nullable String conversationId, @Nullable Integer hours, @Nullable Integer maxUses) {
        var lasts = Duration.ofHours(within("expiresInHours", hours, config.hours(), config.maxHours()));
        var uses = within("maxUses", maxUses, conversationId == null ? 1 : config.groupUses(), config.maxUses());
        return mayInvite(inviterId, conversationId)
                .chain(() -> invites.open(inviterId, clock.instant(), config.maxOpen()))
                .chain(open -> {
                    if (open.size() >= config.maxOpen()) {
                        throw ApiException.unprocessable(
                                ErrorCode.TOO_MANY_INVITES,
                                "You have %d open invites. Revoke one first.".formatted(open.size()));
                    }
                    var token = InviteToken.draw(random);
                    var now = clock.instant();
                    var invite = new Invite(
                            InviteToken.id(token),
                            inviterId,
                            conversationId,
                            now,
                            now.plus(lasts),
                            uses,
                            uses,
                            List.of(),
                            List.of());
                    return invites.add(invite).replaceWith(new Created(invite, token));
                });
    }

    private static int within(String field, @Nullable Integer wanted, int standard, int most) {
        if (wanted != null && (wanted < 1 || wanted > most)) {
            throw ApiException.malformed(field, "must be 1 to " + most);
        }
        return wanted == null ? standard : wanted;
    }

    private Uni<Void> mayInvite(String inviterId, @Nullable String conversationId) {
        return conversationId == null
                ? Uni.createFrom().voidItem()
                : access.open(conversationId, inviterId)
                        .invoke(conversation -> requireAdmin(conversation, inviterId))
                        .replaceWithVoid();
    }

    private static void requireAdmin(Conversation conversation, String inviterId) {
        if (conversation.kind() != Kind.GROUP) {
            throw ApiException.unprocessable(
                    ErrorCode.NOT_A_GROUP, "A direct conversation has two members. Invite without conversationId.");
        }
        if (conversation.roleOf(inviterId) == Role.MEMBER) {
            throw ApiException.forbidden(ErrorCode.NOT_AN_ADMIN, "Only admins and the owner of the group may invite.");
        }
    }
}
