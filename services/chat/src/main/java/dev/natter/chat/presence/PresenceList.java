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
        @Schema(required = true, description = "In the order in which they were asked for.")
        List<PresenceView> items) {

    PresenceList {
        items = List.copyOf(items);
    }

    /** The presence of one user. */
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
}
