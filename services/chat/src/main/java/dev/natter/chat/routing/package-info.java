/**
 * Routes: which replicas hold connections of a user. A route is a lease in Redis for each connection, written before the
 * connection is {@code ready}, renewed while it is open, removed when it closes; the leases of a killed replica expire.
 *
 * <p>Entry points: {@link dev.natter.chat.routing.ConnectionRegistry} for the socket,
 * {@link dev.natter.chat.routing.RouteLookup} for delivery and presence,
 * {@link dev.natter.chat.routing.RouteListener} for what follows from a change.
 */
@NullMarked
package dev.natter.chat.routing;

import org.jspecify.annotations.NullMarked;
