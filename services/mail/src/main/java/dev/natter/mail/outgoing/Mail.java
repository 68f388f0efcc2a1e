package dev.natter.mail.outgoing;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail to send. Its fields are checked: each is safe in SMTP commands and headers as it stands.
 *
 * @param messageId the part of {@code Message-ID} before the {@code @}; the same in every copy of one mail
 * @param body plain text; a line of exactly six digits is shown as a code, and one that is an http(s) URL as a link
 * @param unsubscribeUrl ends mails of this kind by one POST; null when they cannot be ended
 * @param expiresAt the mail is not sent after this
 */
public record Mail(
        String messageId,
        String to,
        String subject,
        String body,
        @Nullable URI unsubscribeUrl,
        Instant expiresAt) {

    /** A mail that cannot be unsubscribed from. */
    public Mail(String messageId, String to, String subject, String body, Instant expiresAt) {
        this(messageId, to, subject, body, null, expiresAt);
    }

    /** Omits the address and the content: neither may reach a log. */
    @Override
    public String toString() {
        return "Mail[messageId=%s, expiresAt=%s]".formatted(messageId, expiresAt);
    }
}
