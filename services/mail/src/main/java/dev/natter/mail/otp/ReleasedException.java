package dev.natter.mail.otp;

/** This worker may no longer work on the message; the broker redelivers it. */
final class ReleasedException extends RuntimeException {

    ReleasedException() {
        super("released", null, false, false);
    }
}
