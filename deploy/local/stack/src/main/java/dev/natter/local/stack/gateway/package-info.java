/**
 * The one public origin: the web app at its root, the services' public API behind it, and nothing else of them.
 *
 * <p>Door: {@link dev.natter.local.stack.gateway.Gateway}. Requests are relayed by Vert.x' own proxy; whatever is not
 * on the list of public paths never leaves here.
 */
@NullMarked
package dev.natter.local.stack.gateway;

import org.jspecify.annotations.NullMarked;
