/**
 * The user service. Features: {@code otp} (sign-in by mailed code), {@code session} (refresh tokens), {@code account}
 * (profiles), {@code token} (access tokens); the other packages are shared adapters. {@code otp → account, session;
 * session → account, token}, never the other way.
 */
@NullMarked
package dev.natter.user;

import org.jspecify.annotations.NullMarked;
