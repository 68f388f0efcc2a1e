/**
 * The whole of Natter on one machine, in one command: backing servers, services, gateway and mail inbox.
 *
 * <p>Door: {@link dev.natter.local.stack.Main}, started by {@code deploy/up}. What is specific to a laptop lives here;
 * the services do not know that they run under it.
 */
@NullMarked
package dev.natter.local.stack;

import org.jspecify.annotations.NullMarked;
