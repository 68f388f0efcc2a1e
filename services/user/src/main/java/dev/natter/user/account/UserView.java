package dev.natter.user.account;

import dev.natter.storage.avatar.AvatarView;
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
                AvatarView.ofUser(account.id(), account.avatar()),
                account.about().orNull());
    }

    /** As this user sees it: without the photo of one who has blocked the viewer. */
    static UserView of(Account account, String viewerId) {
        var user = of(account);
        return account.hasBlocked(viewerId)
                ? new UserView(user.id(), user.name(), user.createdAt(), null, user.about())
                : user;
    }
}
