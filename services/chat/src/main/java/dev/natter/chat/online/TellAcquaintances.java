package dev.natter.chat.online;

import dev.natter.chat.delivery.HereOnly;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Tells those who are connected to this replica and share a conversation with somebody; the other replicas do the same. */
@ApplicationScoped
class TellAcquaintances {

    private final Rooms rooms;
    private final HereOnly hereOnly;
    private final Counter came;
    private final Counter went;

    TellAcquaintances(Rooms rooms, HereOnly hereOnly, MeterRegistry metrics) {
        this.rooms = rooms;
        this.hereOnly = hereOnly;
        this.came = counter(metrics, "online");
        this.went = counter(metrics, "offline");
    }

    private static Counter counter(MeterRegistry metrics, String to) {
        return Counter.builder("natter.presence.changes")
                .description("People who came or went anywhere; every replica counts each of them")
                .tag("to", to)
                .register(metrics);
    }

    void online(String userId) {
        came.increment();
        hereOnly.push(rooms.acquaintancesOf(userId), new PresenceFrame(userId, true, null));
    }

    void offline(String userId, Instant since) {
        went.increment();
        hereOnly.push(rooms.acquaintancesOf(userId), new PresenceFrame(userId, false, since));
    }
}
