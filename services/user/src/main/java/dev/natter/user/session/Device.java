package dev.natter.user.session;

import org.jspecify.annotations.Nullable;

/** The device of a session, in words that its owner recognises. */
public record Device(String userAgent, String network) {

    private static final int MAX_USER_AGENT = 200;

    /** From the request's User-Agent, which is untrusted, and its network. */
    public static Device of(@Nullable String userAgent, String network) {
        var printable = userAgent == null ? "" : userAgent.replaceAll("[^\\x20-\\x7e]", "");
        return new Device(printable.substring(0, Math.min(printable.length(), MAX_USER_AGENT)), network);
    }
}
