package dev.natter.chat.delivery;

/** Why this server closes a connection: a code of RFC 6455 or of the contract, and a reason for people. */
public enum CloseCode {
    TOO_BIG(1009, "message too big"),

    /** This replica shuts down; another one is there. */
    RESTARTING(1012, "restarting"),

    SIGNED_OUT(4401, "signed out"),

    /** The access token has expired, and no newer one came in time. */
    TOKEN_EXPIRED(4401, "token expired"),

    /** The peer sent nothing for too long, pongs included. */
    SILENT(4408, "nothing heard"),

    /** The peer does not drain its frames; it can fetch them with {@code after=}. */
    SLOW(4413, "frames were not taken"),

    TOO_MANY_FRAMES(4429, "too many frames"),

    /** The user's newer connections take its place. */
    TOO_MANY_CONNECTIONS(4429, "too many connections");

    private final int code;
    private final String reason;

    CloseCode(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    public int code() {
        return code;
    }

    public String reason() {
        return reason;
    }

    /** Ends the frames of a connection that is to be closed. Has no stack trace, because it is a decision and not a fault. */
    public static final class CloseConnectionException extends RuntimeException {

        private final CloseCode code;

        CloseConnectionException(CloseCode code) {
            super(code.code() + " " + code.reason(), null, false, false);
            this.code = code;
        }

        public CloseCode code() {
            return code;
        }
    }
}
