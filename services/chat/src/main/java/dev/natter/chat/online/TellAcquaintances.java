package dev.natter.chat.online;

import dev.natter.chat.delivery.HereOnly;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Tells those who are connected to this replica and share a conversation with somebody; the other replicas do the same. */
@ApplicationScoped
class TellAcquaintances {

    private final Rooms rooms;
    private final HereOnly hereOnly;

    TellAcquaintances(Rooms rooms, HereOnly hereOnly) {
        this.rooms = rooms;
        this.hereOnly = hereOnly;
    }

    void online(String userId) {
        hereOnly.push(rooms.acquaintancesOf(userId), new PresenceFrame(userId, true, null));
    }

    void offline(String userId, Instant since) {
        hereOnly.push(rooms.acquaintancesOf(userId), new PresenceFrame(userId, false, since));
    }
}
