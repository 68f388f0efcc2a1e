package dev.natter.chat.presence;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The presence of some users. */
@RegisterForReflection
@Schema(name = "PresenceList")
record PresenceList(
        @Schema(required = true, description = "In the order of the request.")
        List<PresenceView> items) {

    PresenceList {
        items = List.copyOf(items);
    }

    /** The presence of one user. */
    @RegisterForReflection
    @Schema(name = "Presence")
    record PresenceView(
            @Schema(required = true) String userId,

            @Schema(required = true, description = "Whether at least one device of the user is connected.")
            boolean online,

            @Schema(
                    required = true,
                    implementation = String.class,
                    format = "date-time",
                    nullable = true,
                    description = "When the user was last online; null while online, and when never online.")
            @Nullable Instant lastSeenAt) {}
}
