package dev.natter.chat.push;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Set;

/** Which users have a client before their eyes, on any replica. */
public interface VisibleClients {

    /** This connection shows the app to its user, or no longer does. Never fails; what Redis misses, it learns at the next renewal. */
    Uni<Void> set(String userId, String connectionId, boolean isVisible);

    /** Those of these users who have a visible client; none while Redis is unavailable. */
    Uni<Set<String>> among(Collection<String> userIds);
}
