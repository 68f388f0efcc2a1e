package dev.natter.storage.avatar;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where the photo of a user or group is. */
@RegisterForReflection
@Schema(name = "Avatar", description = "A photo. Another photo has another URL.")
public record AvatarView(
        @Schema(
                required = true,
                description =
                        "Path at this origin, for a GET with the access token: a redirect, or with `Accept: application/json` the URL to load.",
                examples = "/api/v1/users/0198c5e2-7a4b-7c11-9d3e-5f6a7b8c9d0e/avatar?v=6f1c.webp")
        String url) {

    /** The photo of a user; null without one. */
    public static @Nullable AvatarView ofUser(String userId, @Nullable String version) {
        return version == null ? null : new AvatarView("/api/v1/users/%s/avatar?v=%s".formatted(userId, version));
    }

    /** The photo of a group; null without one. */
    public static @Nullable AvatarView ofGroup(String conversationId, @Nullable String version) {
        return version == null
                ? null
                : new AvatarView("/api/v1/conversations/%s/avatar?v=%s".formatted(conversationId, version));
    }
}
