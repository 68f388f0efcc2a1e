package dev.natter.user.session;

import org.jspecify.annotations.Nullable;

/** What a session is used from, as its owner would recognise it. */
public record Device(String userAgent, String network) {

    private static final int MAX_USER_AGENT = 200;

    /** From the request's User-Agent, which anybody can write anything into, and its network. */
    public static Device of(@Nullable String userAgent, String network) {
        var printable = userAgent == null ? "" : userAgent.replaceAll("[^\\x20-\\x7e]", "");
        return new Device(printable.substring(0, Math.min(printable.length(), MAX_USER_AGENT)), network);
    }
}
