package dev.natter.user.account;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The public API shape of a user. */
@RegisterForReflection
@Schema(name = "User")
public record UserView(
        @Schema(required = true) String id,

        @Schema(required = true, description = "1 to 50 characters")
        String name,

        @Schema(required = true) Instant createdAt,

        @Schema(required = true, nullable = true, description = "Null without one") @Nullable AvatarView avatar,

        @Schema(required = true, nullable = true, description = "1 to 140 characters; null without a text") @Nullable String about) {

    public static UserView of(Account account) {
        return new UserView(
                account.id(),
                account.name().value(),
                account.createdAt(),
                null,
                account.about().orNull());
    }

    /** Where the picture of a user is. */
    @RegisterForReflection
    @Schema(name = "Avatar")
    public record AvatarView(@Schema(required = true) String url) {}
}
