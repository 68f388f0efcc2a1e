package dev.natter.chat.export;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Locks of users, shared by all replicas. Fail with 503 while they cannot be reached. */
interface ExportLocks {

    /** False when the user is locked. */
    Uni<Boolean> lock(String userId, String key, Duration lease);

    /** Does nothing when the lock has another key by now. */
    Uni<Void> renew(String userId, String key, Duration lease);

    /** Does nothing when the lock has another key by now. */
    Uni<Void> unlock(String userId, String key);
}
