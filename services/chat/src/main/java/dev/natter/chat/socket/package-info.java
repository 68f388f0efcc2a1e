/**
 * The WebSocket at {@code /api/v1/socket}: sign-in at the upgrade, frames in, frames out, and the limits of a connection.
 *
 * <p>Decodes each frame once and hands it to the use case it names; holds no rule of any feature itself. No package depends
 * on this one, and a user is always the subject of a verified token.
 */
@NullMarked
package dev.natter.chat.socket;

import org.jspecify.annotations.NullMarked;
