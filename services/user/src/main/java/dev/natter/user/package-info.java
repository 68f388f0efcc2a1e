/**
 * The user service: who people are. Features are {@code otp} (signing in by a mailed code), {@code session} (what keeps
 * people signed in), {@code account} (their names) and {@code token} (access tokens); the other rooms are doors to the
 * world they share. {@code otp → account, session; session → account, token}, never the other way.
 */
@NullMarked
package dev.natter.user;

import org.jspecify.annotations.NullMarked;
