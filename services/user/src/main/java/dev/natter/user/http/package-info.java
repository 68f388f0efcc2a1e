/**
 * Shared HTTP code: public origin, client network, and checks of internal and same-origin requests. A forwarded header
 * of an untrusted peer must never be used.
 */
@NullMarked
package dev.natter.user.http;

import org.jspecify.annotations.NullMarked;
