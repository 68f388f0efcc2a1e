package dev.natter.mail.queue;

/** The message can never be sent. The detail holds reply codes or the invalid field's name, never content or an address. */
public final class DeadLetterException extends RuntimeException {
    private final DeadLetterReason reason;

    public DeadLetterException(DeadLetterReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    public DeadLetterReason reason() {
        return reason;
    }
}
