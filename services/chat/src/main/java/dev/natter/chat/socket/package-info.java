/**
 * The WebSocket at {@code /api/v1/socket}: handshake, frames in, frames out, and the limits of a connection. Holds no rule of
 * any feature. No package depends on this one, and a user is always the subject of a verified token.
 */
@NullMarked
package dev.natter.chat.socket;

import org.jspecify.annotations.NullMarked;
