package dev.natter.user.account;

import dev.natter.storage.avatar.AvatarView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The API shape of the caller's own account. */
@RegisterForReflection
@Schema(name = "Me")
public record MeView(
        @Schema(required = true) String id,

        @Schema(required = true, description = "1 to 50 characters")
        String name,

        @Schema(required = true) Instant createdAt,

        @Schema(required = true, nullable = true, description = "Null without one") @Nullable AvatarView avatar,

        @Schema(required = true, nullable = true, description = "1 to 140 characters; null without a text") @Nullable String about,

        @Schema(required = true, description = "Visible to its owner only")
        String email,

        @Schema(required = true, description = "Visible to their owner only")
        Settings settings) {

    public static MeView of(Account account) {
        var user = UserView.of(account);
        return new MeView(
                user.id(),
                user.name(),
                user.createdAt(),
                user.avatar(),
                user.about(),
                account.email().value(),
                account.settings());
    }
}
