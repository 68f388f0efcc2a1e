package dev.natter.mail.outgoing;

import java.time.Instant;

/**
 * A mail to send. Its fields are checked: each is safe in SMTP commands and headers as it stands.
 *
 * @param messageId the part of {@code Message-ID} before the {@code @}; the same in every copy of one mail
 * @param body plain text; a line of exactly six digits is shown as a code
 * @param expiresAt the mail is not sent after this
 */
public record Mail(String messageId, String to, String subject, String body, Instant expiresAt) {

    /** Omits the address and the content: neither may reach a log. */
    @Override
    public String toString() {
        return "Mail[messageId=%s, expiresAt=%s]".formatted(messageId, expiresAt);
    }
}
