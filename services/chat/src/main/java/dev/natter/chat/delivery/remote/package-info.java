/**
 * Delivery to other replicas: frames over {@code chat-delivery} to the replicas that hold a recipient, or to all of them
 * while routes cannot be looked up, and the state of the connection to the broker.
 *
 * <p>Entry points: {@link dev.natter.chat.delivery.remote.RoutedDelivery} for {@code delivery}, {@link
 * dev.natter.chat.delivery.remote.PeerSender} and {@link dev.natter.chat.delivery.remote.PeerEventCodec} for {@code
 * presence}.
 */
@NullMarked
package dev.natter.chat.delivery.remote;

import org.jspecify.annotations.NullMarked;
