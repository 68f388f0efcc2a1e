/**
 * Brings frames to people wherever their connections are: to the sockets of this replica, and over {@code chat-delivery}
 * to exactly the replicas that hold the others.
 *
 * <p>Doors: {@link dev.natter.chat.delivery.Delivery} for every feature that has something to tell, and the registry in
 * which the socket enters its connections. Best effort and bounded everywhere; the store is the truth, and whoever may
 * have missed something is told so with a {@code resync} frame. Never waits for a slow reader or for the broker.
 */
@NullMarked
package dev.natter.chat.delivery;

import org.jspecify.annotations.NullMarked;
