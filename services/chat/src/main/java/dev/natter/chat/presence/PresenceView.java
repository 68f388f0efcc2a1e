package dev.natter.chat.presence;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether somebody is here. */
@RegisterForReflection
@Schema(name = "Presence")
record PresenceView(
        @Schema(required = true) String userId,

        @Schema(required = true, description = "Whether at least one of his devices is connected.")
        boolean online,

        @Schema(
                required = true,
                implementation = String.class,
                format = "date-time",
                nullable = true,
                description = "When he left last; null while he is here, and when he never was.")
        @Nullable Instant lastSeenAt) {}
