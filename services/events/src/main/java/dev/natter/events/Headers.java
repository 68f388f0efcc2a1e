package dev.natter.events;

/** Headers that every message on the broker may carry beside its body. */
public final class Headers {

    /** The id of the HTTP request that caused the message; the next service writes it into its log lines. */
    public static final String REQUEST_ID = "x-request-id";

    private Headers() {}
}
