/**
 * Mails one-time passwords: takes {@code otp-mail} from RabbitMQ, talks SMTP, acknowledges what the SMTP server accepted
 * and parks what can no longer be sent. Its door is {@link dev.natter.mail.otp.OtpMailConsumer}. Nothing here may write
 * an address, a code, a subject or a body to a log, or send a mail after it has expired.
 */
@NullMarked
package dev.natter.mail.otp;

import org.jspecify.annotations.NullMarked;
