package dev.natter.user.account;

import dev.natter.events.UserEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A user, as other services store it. */
@RegisterForReflection
@Schema(name = "Profile")
record ProfileView(
        @Schema(required = true) String id,

        @Schema(required = true, description = "Empty if the account was deleted")
        String name,

        @Schema(required = true, nullable = true) @Nullable String about,

        @Schema(required = true, nullable = true, description = "The version of the photo; null without one") @Nullable String avatar,

        @Schema(required = true) Settings settings,

        @Schema(required = true, description = "Ids of the users whom this user has blocked")
        List<String> blocked,

        @Schema(required = true, nullable = true, description = "Null if the user wants no mails about missed messages")
        UserEvent.@Nullable MissedMailTo missedMailTo,

        @Schema(required = true, description = "Whether the account was deleted")
        boolean deleted,

        @Schema(required = true) Instant createdAt,

        @Schema(required = true, description = "Increases with every change")
        long version) {

    static ProfileView of(Account account, UserEvent.@Nullable MissedMailTo missedMailTo) {
        return new ProfileView(
                account.id(),
                account.name().value(),
                account.about().orNull(),
                account.avatar(),
                account.settings(),
                account.blocked(),
                missedMailTo,
                account.isDeleted(),
                account.createdAt(),
                account.version());
    }
}
