package dev.natter.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A mail that carries a one-time code: sent at least once before {@code expiresAt}, and never after.
 *
 * @param id the id of the mail; a redelivery has the same one
 * @param to one addr-spec (RFC 5321), normalised, without a display name
 * @param subject one line; contains the code
 * @param body plain text, lines ended by {@code \n}; a line of exactly six digits is the code
 * @param expiresAt when the code expires
 */
public record OtpMail(String id, String to, String subject, String body, Instant expiresAt) {
    public OtpMail {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /** Omits the address and everything that contains the code: neither may reach a log. */
    @Override
    public String toString() {
        return "OtpMail[id=%s, expiresAt=%s]".formatted(id, expiresAt);
    }
}
