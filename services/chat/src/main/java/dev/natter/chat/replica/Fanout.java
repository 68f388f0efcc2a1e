package dev.natter.chat.replica;

import dev.natter.events.PresenceEvent;

/** Tells every replica, this one among them. */
public interface Fanout {

    /**
     * Hands the event to the broker, in the order of the calls. What cannot be sent is dropped: a listener that missed an
     * event notices by its number.
     */
    void tell(PresenceEvent event);
}
