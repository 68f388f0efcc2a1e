/**
 * How far each member has come: what has reached one of the member's devices, and what the member has read. Positions only
 * move forward, and never past what is stored.
 *
 * <p>Entry point: {@link dev.natter.chat.receipt.MarkPosition}, for REST and the socket.
 */
@NullMarked
package dev.natter.chat.receipt;

import org.jspecify.annotations.NullMarked;
