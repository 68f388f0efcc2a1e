package dev.natter.user.broker;

import dev.natter.events.Topology;
import dev.natter.events.UserEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Publishes events to the topic exchange; the routing key is the wire name. */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            UserEvent.class,
            UserEvent.Registered.class,
            UserEvent.Changed.class,
            UserEvent.Settings.class,
            UserEvent.MissedMailTo.class,
            UserEvent.Renamed.class,
            UserEvent.Deleted.class,
            UserEvent.SessionEnded.class,
            UserEvent.Unrecognised.class
        })
class BrokerUserEvents implements UserEvents {

    private final Broker broker;
    private final EventConfig config;

    BrokerUserEvents(Broker broker, EventConfig config) {
        this.broker = broker;
        this.config = config;
    }

    @Override
    public Uni<Void> publish(UserEvent event) {
        return broker.publish(Topology.USER_EVENTS, event.routingKey(), event, config.confirmTimeout());
    }
}
