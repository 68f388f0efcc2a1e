package dev.natter.mail.queue;

import java.util.Locale;

/** Why a message was dead-lettered. */
public enum DeadLetterReason {
    /** It expired before its work was done. */
    EXPIRED,
    /** The SMTP server (5xx) or push service (4xx) rejected it permanently. */
    REFUSED,
    /** It is not a valid message. */
    MALFORMED,
    /** An error of this service, which a redelivery would repeat. */
    FAULT;

    /** The value of the metric's tag. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
