package dev.natter.chat.presence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The door for connections that open and close on this replica. */
@ApplicationScoped
public class Arrivals {

    private final Attendance attendance;
    private final Onlookers onlookers;
    private final Duration longest;

    Arrivals(Attendance attendance, Onlookers onlookers, PresenceConfig config) {
        this.attendance = attendance;
        this.onlookers = onlookers;
        // Patience ends in Company; this is for the case that nothing gets as far as being waited for.
        this.longest = config.patience().multipliedBy(3);
    }

    /**
     * Completes when every other replica sends what it has for this user here, or when waiting for one is not worth while:
     * then a {@code resync} follows as soon as it does. Enter the connection where frames are delivered before. Never fails,
     * and takes a moment only while the broker or another replica is away.
     */
    public Uni<Void> arrive(String userId, String connectionId) {
        return Uni.createFrom()
                .<Void>emitter(emitter -> {
                    attendance.arrive(new Lease(userId, connectionId), () -> emitter.complete(null));
                    onlookers.movedHere(userId);
                })
                .ifNoItem()
                .after(longest)
                .recoverWithUni(Uni.createFrom().voidItem());
    }

    /** The connection is closed; to be called once for each that arrived. */
    public void leave(String userId, String connectionId) {
        attendance.leave(new Lease(userId, connectionId));
        onlookers.movedHere(userId);
    }
}
