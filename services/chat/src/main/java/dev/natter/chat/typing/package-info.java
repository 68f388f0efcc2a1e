/**
 * Who is writing right now: told to the other members, kept in the memory of the replica that the state is connected to,
 * and never stored.
 *
 * <p>Door: {@link dev.natter.chat.typing.ShowTyping}, for the socket. What it remembers is one conversation a connection, so
 * that it is bounded by the connections; what it says is bounded by the clock.
 */
@NullMarked
package dev.natter.chat.typing;

import org.jspecify.annotations.NullMarked;
