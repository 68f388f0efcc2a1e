package dev.natter.chat.delivery;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Pushes frames to people wherever their connections are: to local sockets, and over {@code chat-delivery} to exactly
 * the replicas that hold others. Best effort, bounded; the store is the truth.
 */
public interface Delivery {
    /**
     * Hands the frame, encoded once, to every connection of these users but the excepted one. Never fails because a
     * recipient or the broker is away: whoever may have missed it is told to {@code resync}.
     *
     * @param exceptConnectionId the connection that already got an answer of its own, or null
     */
    Uni<Void> deliver(Collection<String> userIds, ServerFrame frame, @Nullable String exceptConnectionId);

    /** As above; and the excepted connection gets its answer in the same turn. */
    Uni<Void> deliverAndAnswer(Collection<String> userIds, ServerFrame frame, Answer answer);

    /** As {@code deliver} to every connection, at once: for what happens by the clock, with nobody who could wait for it. */
    void push(Collection<String> userIds, ServerFrame frame);
}
