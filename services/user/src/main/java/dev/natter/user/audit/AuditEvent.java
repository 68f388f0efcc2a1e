package dev.natter.user.audit;

import java.util.Locale;

/** What is told. The names on the outside never change. */
public enum AuditEvent {
    /** A code was mailed. */
    CODE_SENT,
    /** No code was mailed: too many had been, to that address or from that network. */
    CODE_LIMITED,
    /** Somebody has signed in. */
    SIGNED_IN,
    /** Somebody showed a code that is not good. */
    SIGN_IN_REFUSED,
    /** Somebody showed a code where too many wrong ones had been shown. */
    SIGN_IN_LOCKED,
    /** A refresh token came a second time: it is in two hands. */
    TOKEN_REUSED,
    /** A session is over before its time. */
    SESSION_ENDED;

    /** Its name in log lines and metrics: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
