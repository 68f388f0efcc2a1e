package dev.natter.chat.attachment;

import java.time.Instant;

/**
 * A URL that lets whoever has it do one thing for a while.
 *
 * @param url a secret until it expires
 */
record PresignedUrl(String url, Instant expiresAt) {

    /** Leaves the URL out: it must not reach a log. */
    @Override
    public String toString() {
        return "PresignedUrl[expiresAt=%s]".formatted(expiresAt);
    }
}
