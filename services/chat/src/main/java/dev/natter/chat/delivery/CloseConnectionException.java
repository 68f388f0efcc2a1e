package dev.natter.chat.delivery;

/** Closes a connection with this code and reason. Has no stack trace, because it is a decision and not a fault. */
public final class CloseConnectionException extends RuntimeException {

    private final int code;
    private final String reason;

    /** A close code of RFC 6455 or of the contract, and a reason of at most 123 bytes. */
    public CloseConnectionException(int code, String reason) {
        super(code + " " + reason, null, false, false);
        this.code = code;
        this.reason = reason;
    }

    /** The close code. */
    public int code() {
        return code;
    }

    /** The reason, for people. */
    public String reason() {
        return reason;
    }
}
