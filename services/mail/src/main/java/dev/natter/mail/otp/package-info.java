/**
 * Mails one-time codes: consumes {@code otp-mail}, acknowledges what the SMTP server accepted, and dead-letters what
 * can no longer be sent.
 *
 * <p>Entry point: {@link dev.natter.mail.otp.OtpMailConsumer}. Nothing here may log an address, a code, a subject or a
 * body, or send a mail after it has expired.
 */
@NullMarked
package dev.natter.mail.otp;

import org.jspecify.annotations.NullMarked;
