package dev.natter.mail.otp;

/** The message can never be sent. The detail holds reply codes or the invalid field's name, never content or an address. */
final class DeadLetterException extends RuntimeException {
    private final DeadLetterReason reason;

    DeadLetterException(DeadLetterReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    DeadLetterReason reason() {
        return reason;
    }
}
