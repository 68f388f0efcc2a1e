/**
 * Sign-in by mailed code. Entry points: {@code POST /api/v1/auth/otp} and {@code /otp/verify}. A code is in clear only
 * in the mail and its message, and responses must not reveal whether an address has an account.
 */
@NullMarked
package dev.natter.user.otp;

import org.jspecify.annotations.NullMarked;
