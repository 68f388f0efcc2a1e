package dev.natter.chat.delivery;

/** Ends the frames of a connection that is to be closed. Has no stack trace, because it is a decision and not a fault. */
public final class CloseConnectionException extends RuntimeException {

    private final CloseCode code;

    CloseConnectionException(CloseCode code) {
        super(code.code() + " " + code.reason(), null, false, false);
        this.code = code;
    }

    /** Why it is closed. */
    public CloseCode code() {
        return code;
    }
}
