package dev.natter.mail.queue;

/** This worker may no longer work on the message; the broker redelivers it. */
public final class ReleasedException extends RuntimeException {

    public ReleasedException() {
        super("released", null, false, false);
    }
}
