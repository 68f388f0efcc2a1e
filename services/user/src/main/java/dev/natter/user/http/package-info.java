/**
 * The edge of this service towards HTTP that its features share: its public origin, which network a request comes from,
 * and which requests may carry the refresh cookie. Must never believe a forwarded header of an untrusted peer.
 */
@NullMarked
package dev.natter.user.http;

import org.jspecify.annotations.NullMarked;
