/**
 * Delivers frames to users wherever they are connected: to this replica's sockets, and over {@code chat-delivery} to the
 * other replicas. Best effort and bounded; a connection that may have missed a frame gets a {@code resync}.
 *
 * <p>Entry points: {@link dev.natter.chat.delivery.Delivery} for every feature, {@link dev.natter.chat.delivery.Connections}
 * for the socket, {@link dev.natter.chat.delivery.PeerSender} for {@code presence}.
 */
@NullMarked
package dev.natter.chat.delivery;

import org.jspecify.annotations.NullMarked;
