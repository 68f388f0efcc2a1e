/**
 * Signing in by a code that is mailed. Doors: {@code POST /api/v1/auth/otp} and {@code /otp/verify}. A code is in clear
 * nowhere but in the mail and the message that carries it, and nothing here tells whether an address has an account.
 */
@NullMarked
package dev.natter.user.otp;

import org.jspecify.annotations.NullMarked;
