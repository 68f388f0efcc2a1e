package dev.natter.user.audit;

import java.util.Locale;

/** Audit events. Their external names never change. */
public enum AuditEvent {
    /** A code was mailed. */
    CODE_SENT,
    /** No code was mailed, because a limit of the address or network was exceeded. */
    CODE_LIMITED,
    /** A user has signed in. */
    SIGNED_IN,
    /** A wrong or expired code was tried. */
    SIGN_IN_REFUSED,
    /** A code was tried after too many wrong ones. */
    SIGN_IN_LOCKED,
    /** A refresh token was reused: it may be stolen. */
    TOKEN_REUSED,
    /** A session was ended before its expiry. */
    SESSION_ENDED,
    /** An account has another e-mail address. */
    EMAIL_CHANGED,
    /** A user has deleted the account. */
    ACCOUNT_DELETED;

    /** The name in log lines and metrics, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
