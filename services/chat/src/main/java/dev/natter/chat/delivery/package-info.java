/**
 * Delivers frames to users wherever they are connected: to the sockets of this replica, and through
 * {@link dev.natter.chat.delivery.remote} to the replicas that hold the others.
 *
 * <p>Entry points: {@link dev.natter.chat.delivery.Delivery} for every feature,
 * {@link dev.natter.chat.delivery.LocalDelivery} for what concerns this replica's connections only,
 * {@link dev.natter.chat.delivery.Connections} for the socket. Best effort and bounded everywhere; the store is the truth,
 * and a connection that may have missed a frame gets a {@code resync}. Never waits for a slow reader or for the broker.
 */
@NullMarked
package dev.natter.chat.delivery;

import org.jspecify.annotations.NullMarked;
