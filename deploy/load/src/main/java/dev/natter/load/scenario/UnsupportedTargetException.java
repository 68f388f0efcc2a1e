package dev.natter.load.scenario;

/** A question that cannot be put to this target. Its message says what is missing. */
public final class UnsupportedTargetException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnsupportedTargetException(String message) {
        super(message);
    }
}
