/**
 * Who is here, as people see it: one person however many devices, online until a moment after the last of them is gone, and
 * of interest to those who share a conversation with him and to nobody else.
 *
 * <p>Every replica knows by itself who is connected anywhere ({@code presence}), and tells its own connections; it keeps the
 * conversations of the people connected to it in memory to know whom. The store holds nothing but when somebody left last.
 * Doors: the {@code presence} frame, {@code GET /api/v1/presence}, the members of a conversation as it is shown,
 * {@link dev.natter.chat.online.Acquaintances} and {@link dev.natter.chat.online.SignedOut} for the socket.
 */
@NullMarked
package dev.natter.chat.online;

import org.jspecify.annotations.NullMarked;
