/**
 * Sessions: one for each sign-in, held by a rotating refresh token in a cookie. Entry points: {@code
 * /api/v1/auth/refresh}, {@code logout} and {@code sessions}. Refresh tokens are stored as hashes only, and never
 * logged.
 */
@NullMarked
package dev.natter.user.session;

import org.jspecify.annotations.NullMarked;
