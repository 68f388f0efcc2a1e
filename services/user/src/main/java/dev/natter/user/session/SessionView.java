package dev.natter.user.session;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A device that somebody is signed in on, as he may see it. */
@RegisterForReflection
@Schema(name = "Session")
record SessionView(
        @Schema(required = true) String id,
        @Schema(required = true) Instant createdAt,

        @Schema(required = true, description = "When its access token was last renewed")
        Instant lastUsedAt,

        @Schema(required = true, description = "A few words for the device", examples = "Firefox on Windows")
        String device,

        @Schema(required = true, description = "As the device named itself, at most 200 characters; may be empty")
        String userAgent,

        @Schema(required = true, description = "IPv4 address or IPv6 /64 of its last use")
        String network,

        @Schema(required = true, description = "Whether it is the one that asks")
        boolean current) {

    static SessionView of(Session session, String currentId) {
        return new SessionView(
                session.id(),
                session.createdAt(),
                session.lastUsedAt(),
                DeviceName.of(session.device().userAgent()),
                session.device().userAgent(),
                session.device().network(),
                session.id().equals(currentId));
    }
}
