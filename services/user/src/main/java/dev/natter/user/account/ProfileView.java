package dev.natter.user.account;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The profile of a user, as other services store it. */
@RegisterForReflection
@Schema(name = "Profile")
record ProfileView(
        @Schema(required = true) String id,
        @Schema(required = true) String name,
        @Schema(required = true) Instant createdAt,

        @Schema(required = true, description = "Increases with every change")
        long version) {

    static ProfileView of(Account account) {
        return new ProfileView(account.id(), account.name().value(), account.createdAt(), account.version());
    }
}
