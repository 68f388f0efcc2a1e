package dev.natter.chat.invite;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the API takes and shows of invites. */
final class InviteViews {

    private InviteViews() {}

    @RegisterForReflection
    @Schema(name = "CreateInvite")
    record CreateRequest(
            @Schema(nullable = true, description = "A group that the caller is an admin of.") @Nullable String conversationId,

            @Schema(nullable = true, minimum = "1", maximum = "720", defaultValue = "168", examples = "24") @Nullable Integer expiresInHours,

            @Schema(
                    nullable = true,
                    minimum = "1",
                    maximum = "1000",
                    description = "How many people may accept it; 1 by default, to a group 100.")
            @Nullable Integer maxUses) {}

    @RegisterForReflection
    @Schema(name = "CreatedInvite")
    record CreatedInvite(
            @Schema(required = true, description = "Names the invite in lists; does not open it.")
            String id,

            @Schema(required = true, description = "22 URL-safe characters. A caller who has it can accept.")
            String token,

            @Schema(required = true, format = "uri", examples = "https://chat.example.com/join/Jx0yJ2bJr0aD7a5mH3kq1w")
            String url,

            @Schema(required = true, implementation = String.class, format = "date-time")
            Instant expiresAt) {
        /** Leaves the token out. */
        @Override
        public String toString() {
            return "CreatedInvite[id=%s]".formatted(id);
        }
    }

    @RegisterForReflection
    @Schema(name = "InviteList")
    record InviteList(
            @Schema(required = true, description = "Newest first.")
            List<InviteView> items,

            @Schema(required = true, nullable = true, description = "Always null.") @Nullable String next) {
        InviteList {
            items = List.copyOf(items);
        }
    }

    @RegisterForReflection
    @Schema(name = "Invite")
    record InviteView(
            @Schema(required = true) String id,

            @Schema(required = true, nullable = true, description = "The group; null for a direct conversation.")
            @Nullable String conversationId,

            @Schema(required = true, implementation = String.class, format = "date-time")
            Instant createdAt,

            @Schema(required = true, implementation = String.class, format = "date-time")
            Instant expiresAt,

            @Schema(required = true) int maxUses,

            @Schema(required = true, description = "How many people have accepted it.")
            int uses) {

        static InviteView of(Invite invite) {
            return new InviteView(
                    invite.id(),
                    invite.conversationId(),
                    invite.createdAt(),
                    invite.expiresAt(),
                    invite.maxUses(),
                    invite.maxUses() - invite.usesLeft());
        }
    }
}
