package dev.natter.chat.presence;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The presence of some people. */
@RegisterForReflection
@Schema(name = "PresenceList")
record PresenceList(
        @Schema(required = true, description = "In the order in which they were asked for.")
        List<PresenceView> items) {
    PresenceList {
        items = List.copyOf(items);
    }
}
