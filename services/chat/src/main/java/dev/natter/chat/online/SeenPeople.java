package dev.natter.chat.online;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** When everybody who ever was here was seen last. */
interface SeenPeople {

    /** When these were; whoever never was is not in it. */
    Uni<Map<String, Instant>> find(Collection<String> userIds);

    /** Writes down that these were seen then, unless they were seen later. */
    Uni<Void> write(Map<String, Instant> seen);
}
