/**
 * What keeps people signed in: one session for each sign-in, held by a rotating refresh token in a cookie. Doors:
 * {@code /api/v1/auth/refresh}, {@code logout} and {@code sessions}. A refresh token is kept as its hash alone, and reaches no log.
 */
@NullMarked
package dev.natter.user.session;

import org.jspecify.annotations.NullMarked;
