/**
 * How far each member has come: what has reached one of his devices, and what he has read. Positions only ever move
 * forward and never past what is stored.
 *
 * <p>Doors: {@link dev.natter.chat.receipt.MarkRead} for REST and the socket, and
 * {@link dev.natter.chat.receipt.MarkDelivered} for the socket. Nobody can move anybody else's position.
 */
@NullMarked
package dev.natter.chat.receipt;

import org.jspecify.annotations.NullMarked;
