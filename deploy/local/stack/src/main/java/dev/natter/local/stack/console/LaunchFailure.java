package dev.natter.local.stack.console;

/** The stack cannot start, for a reason the person at the keyboard can do something about: the message says what. */
public class LaunchFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LaunchFailure(String message) {
        super(message, null, false, false);
    }
}
