/**
 * Delivers frames to users wherever they are connected: to the sockets of this replica, and through {@link
 * dev.natter.chat.delivery.remote} to the replicas that hold the others. Best effort and bounded everywhere; a connection
 * that may have missed a frame gets a {@code resync}.
 *
 * <p>Entry points: {@link dev.natter.chat.delivery.Delivery} for every feature, {@link
 * dev.natter.chat.delivery.LocalDelivery} for this replica's connections only, {@link dev.natter.chat.delivery.Connections}
 * for the socket.
 */
@NullMarked
package dev.natter.chat.delivery;

import org.jspecify.annotations.NullMarked;
