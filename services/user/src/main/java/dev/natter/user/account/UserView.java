package dev.natter.user.account;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The public API shape of a user. */
@RegisterForReflection
@Schema(name = "User")
public record UserView(
        @Schema(required = true) String id,

        @Schema(required = true, description = "1 to 50 characters")
        String name,

        @Schema(required = true) Instant createdAt) {

    public static UserView of(Account account) {
        return new UserView(account.id(), account.name().value(), account.createdAt());
    }
}
