/**
 * RFC 6455 where the platform keeps it otherwise. Knows nothing of Natter. {@code ProtocolEndpointTest} and {@code
 * deploy/autobahn} test it from outside.
 */
@NullMarked
package dev.natter.chat.socket.protocol;

import org.jspecify.annotations.NullMarked;
