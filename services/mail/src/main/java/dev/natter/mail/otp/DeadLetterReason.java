package dev.natter.mail.otp;

import java.util.Locale;

/** Why a message was dead-lettered to {@code otp-mail.dead}. */
enum DeadLetterReason {
    /** The code expired before an SMTP server accepted the mail. */
    EXPIRED,
    /** The SMTP server rejected it permanently (5xx). */
    REFUSED,
    /** It is not a valid mail. */
    MALFORMED,
    /** An error of this service, which a redelivery would repeat. */
    FAULT;

    /** The value of the metric's tag. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
