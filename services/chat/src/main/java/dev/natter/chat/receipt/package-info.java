/**
 * How far each member has come: what is delivered, and what is read. Positions only move forward, and never past what is
 * stored. Entry point: {@link dev.natter.chat.receipt.MarkPosition}, for REST and the socket.
 */
@NullMarked
package dev.natter.chat.receipt;

import org.jspecify.annotations.NullMarked;
