package dev.natter.chat.delivery;

import java.util.Collection;

/**
 * Delivers frames to users wherever their connections are: to local sockets, and over {@code chat-delivery} to exactly the
 * replicas that hold others. Best effort and bounded, never waits and never fails because a recipient or the broker is
 * unavailable: users who may have missed a frame get a {@code resync}, and the store has it.
 */
public interface Delivery {

    /** Delivers the frame, encoded once, to every connection of these users. */
    void deliver(Collection<String> userIds, ServerFrame frame);

    /**
     * The same; but the connection of this replica that caused the frame gets the reply in place of it, in the same turn of
     * the conversation.
     */
    void deliver(Collection<String> userIds, ServerFrame frame, String originConnectionId, ServerFrame reply);
}
