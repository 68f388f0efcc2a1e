/**
 * Mails one-time codes: consumes {@code otp-mail}. Nothing here may log an address, a code, a subject or a body, or send a
 * mail after it has expired.
 */
@NullMarked
package dev.natter.mail.otp;

import org.jspecify.annotations.NullMarked;
