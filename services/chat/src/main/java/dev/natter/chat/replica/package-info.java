/**
 * Who this replica is, and how it speaks with the others: to all of them over {@code presence-fanout}, to exactly one over
 * {@code chat-delivery}, and whether the broker is there to do so.
 *
 * <p>Doors: {@link dev.natter.chat.replica.ReplicaConfig}, {@link dev.natter.chat.replica.Fanout},
 * {@link dev.natter.chat.replica.Post}, {@link dev.natter.chat.replica.BrokerLink} and
 * {@link dev.natter.chat.replica.ReplicaWire}. Knows no feature: what the words mean is the business of {@code presence}
 * and {@code delivery}. Never waits for the broker and never keeps what it cannot send.
 */
@NullMarked
package dev.natter.chat.replica;

import org.jspecify.annotations.NullMarked;
