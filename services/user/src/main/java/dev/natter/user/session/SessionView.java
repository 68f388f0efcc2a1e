package dev.natter.user.session;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The API shape of a session. */
@RegisterForReflection
@Schema(name = "Session")
record SessionView(
        @Schema(required = true) String id,
        @Schema(required = true) Instant createdAt,

        @Schema(required = true, description = "When its access token was last refreshed")
        Instant lastUsedAt,

        @Schema(required = true, description = "A short name of the device", examples = "Firefox on Windows")
        String device,

        @Schema(required = true, description = "The User-Agent header, at most 200 characters; may be empty")
        String userAgent,

        @Schema(required = true, description = "IPv4 address or IPv6 /64 of the last use")
        String network,

        @Schema(required = true, description = "Whether this is the session of the request")
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
