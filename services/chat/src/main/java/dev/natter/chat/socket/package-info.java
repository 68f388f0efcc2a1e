/**
 * The WebSocket at {@code /api/v1/socket}: sign-in at the upgrade, frames in, frames out, and the rules by which a
 * connection lives and ends.
 *
 * <p>Decodes each frame once and hands it to the use case it names; holds no rule of any feature itself. Nothing depends
 * on this package, and nobody is believed to be anyone but the subject of a verified token.
 */
@NullMarked
package dev.natter.chat.socket;

import org.jspecify.annotations.NullMarked;
