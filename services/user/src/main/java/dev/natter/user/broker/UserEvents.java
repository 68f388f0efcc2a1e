package dev.natter.user.broker;

import dev.natter.events.UserEvent;
import io.smallrye.mutiny.Uni;

/** What the other services are told. */
public interface UserEvents {

    /** Completes once the broker has the event; fails when it is not known to. */
    Uni<Void> publish(UserEvent event);
}
