/**
 * RFC 6455 where the platform keeps it otherwise: what may come over a line, how it is told what is wrong with it, and how long
 * a goodbye may take. Knows nothing of Natter. {@code ProtocolDoorTest} and {@code deploy/autobahn} ask for it from outside.
 */
@NullMarked
package dev.natter.chat.socket.protocol;

import org.jspecify.annotations.NullMarked;
