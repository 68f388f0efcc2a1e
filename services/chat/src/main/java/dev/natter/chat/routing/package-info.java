/**
 * Routes: which replicas hold connections of a user. A route is a lease in Redis, written before the connection is {@code
 * ready} and removed when it closes; the leases of a killed replica expire.
 *
 * <p>Entry points: {@link dev.natter.chat.routing.ConnectionRegistry} for the socket, {@link
 * dev.natter.chat.routing.RouteLookup} for delivery and presence.
 */
@NullMarked
package dev.natter.chat.routing;

import org.jspecify.annotations.NullMarked;
