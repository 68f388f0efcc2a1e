/**
 * Presence as users see it: a user is online while any device is connected, and for a short grace period after. Changes are
 * shown to those who share a conversation, and to no one else: {@code routing} reports a change to one replica, which
 * publishes it on {@code presence-fanout}; each replica forwards it to its own connections.
 *
 * <p>Entry points: {@code GET /api/v1/presence}, {@link dev.natter.chat.presence.PresenceSubscriptions} for the socket.
 */
@NullMarked
package dev.natter.chat.presence;

import org.jspecify.annotations.NullMarked;
