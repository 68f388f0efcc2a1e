package dev.natter.chat.presence;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** When each user was last seen. */
interface LastSeenStore {

    /** When these users were; those who never were are absent. */
    Uni<Map<String, Instant>> find(Collection<String> userIds);

    /** Stores these times, but none that is earlier than the stored one. */
    Uni<Void> write(Map<String, Instant> seen);
}
