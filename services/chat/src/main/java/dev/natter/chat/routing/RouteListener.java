package dev.natter.chat.routing;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;

/** Reacts to changes of routes. Only one replica is called for each change of a user's presence. */
public interface RouteListener {

    Uni<Void> online(String userId, long version);

    /** The user's last connection is closed and the grace period is over. */
    Uni<Void> offline(String userId, Instant lastSeenAt, long version);

    /** Other replicas could not find these users here for a while: frames may have been missed. */
    void missed(Collection<String> userIds);

    /** A replica died. It may have stored messages that it has not published. */
    void replicaDied();

    /** Routes can be looked up again, after they could not. Called on every replica. */
    void recovered();
}
