package dev.natter.mail.otp;

import java.util.Locale;

/** Why a message went to {@code otp-mail.dead}. */
enum ParkReason {
    /** The code died before an SMTP server took the mail. */
    EXPIRED,
    /** The SMTP server will never take it (5xx). */
    REFUSED,
    /** It is no mail that could be sent. */
    MALFORMED,
    /** A fault of this service, which would meet it again. */
    FAULT;

    /** The value of the metric's tag. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
