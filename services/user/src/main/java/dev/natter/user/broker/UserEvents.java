package dev.natter.user.broker;

import dev.natter.events.UserEvent;
import io.smallrye.mutiny.Uni;

/** Publishes events to other services. */
public interface UserEvents {

    /** Completes once the broker has confirmed the event; fails otherwise. */
    Uni<Void> publish(UserEvent event);
}
