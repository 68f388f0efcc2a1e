package dev.natter.chat.presence;

import dev.natter.chat.replica.ReplicaConfig;
import dev.natter.chat.replica.ReplicaWire;
import dev.natter.events.PresenceEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes what replicas tell of themselves, one event after another. An event may be told twice; one that is lost is noticed
 * by its number.
 */
@ApplicationScoped
class PresenceConsumer {

    private final String self;
    private final ReplicaWire wire;
    private final Clock clock;
    private final RoutingTable table;
    private final Company company;
    private final Onlookers onlookers;
    private final Event<ReplicaGone> gone;

    PresenceConsumer(
            ReplicaConfig replica,
            ReplicaWire wire,
            Clock clock,
            RoutingTable table,
            Company company,
            Onlookers onlookers,
            Event<ReplicaGone> gone) {
        this.self = replica.id();
        this.wire = wire;
        this.clock = clock;
        this.table = table;
        this.company = company;
        this.onlookers = onlookers;
        this.gone = gone;
    }

    @Incoming("presence-fanout")
    Uni<Void> on(byte[] body) {
        var event = wire.presence(body);
        // Before Company, which may confirm it.
        if (event instanceof PresenceEvent.UsersMoved moved
                && !moved.replicaId().equals(self)) {
            table.came(moved.replicaId(), moved.came(), clock.millis());
            table.went(moved.replicaId(), moved.went());
        } else if (event instanceof PresenceEvent.ReplicaLeft left) {
            table.forget(left.replicaId());
            gone.fire(new ReplicaGone(left.replicaId()));
        }
        if (event instanceof PresenceEvent.UsersMet met) {
            onlookers.met(met.conversationId(), met.memberIds());
        }
        company.on(event);
        return Uni.createFrom().voidItem();
    }
}
