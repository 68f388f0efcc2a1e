/**
 * Presence as users see it: a user is online while any device is connected, and until a short grace period after the last
 * one is gone. Changes are shown to those who share a conversation, and to no one else.
 *
 * <p>The replica that is told of a change by {@code routing} publishes it on {@code presence-fanout} with the user's
 * conversations; each replica forwards it to its own connections in those conversations. Whether a user is online is looked
 * up from the leases; the store holds when a user was last seen. Entry points: {@code GET /api/v1/presence},
 * {@link dev.natter.chat.presence.PresenceSubscriptions} for the socket.
 */
@NullMarked
package dev.natter.chat.presence;

import org.jspecify.annotations.NullMarked;
