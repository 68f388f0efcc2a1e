/**
 * Who is connected, and on which replica: a lease per connection in Redis, and the routing table that every replica
 * keeps in memory, fed by {@code presence-fanout} and by snapshots of the leases.
 *
 * <p>Doors: the routing table for {@code delivery}, arrivals and departures for the socket. Never on the path of a
 * message: with Redis or the broker away, sockets go on with what is known, and heal at the next renewal.
 */
@NullMarked
package dev.natter.chat.presence;

import org.jspecify.annotations.NullMarked;
