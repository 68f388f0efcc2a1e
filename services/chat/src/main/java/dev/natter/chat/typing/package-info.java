/**
 * Typing indicators: shown to the other members, kept in the memory of the member's replica, never stored. Entry point:
 * {@link dev.natter.chat.typing.ShowTyping}, for the socket.
 */
@NullMarked
package dev.natter.chat.typing;

import org.jspecify.annotations.NullMarked;
