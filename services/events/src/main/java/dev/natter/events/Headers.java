package dev.natter.events;

/** Headers of messages on the broker. */
public final class Headers {

    /** The id of the HTTP request that caused the message; consumers write it into their log lines. */
    public static final String REQUEST_ID = "x-request-id";

    private Headers() {}
}
