package dev.natter.user.account;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The API shape of the caller's own account. */
@RegisterForReflection
@Schema(name = "Me")
record MeView(
        @Schema(required = true) String id,

        @Schema(required = true, description = "1 to 50 characters")
        String name,

        @Schema(required = true) Instant createdAt,

        @Schema(required = true, description = "Visible to its owner only")
        String email) {

    static MeView of(Account account) {
        return new MeView(
                account.id(),
                account.name().value(),
                account.createdAt(),
                account.email().value());
    }
}
