package dev.natter.mail.queue;

import java.util.regex.Pattern;

/**
 * Identifies a message in log lines.
 *
 * @param messageId {@code id} of the message; empty if it has no valid one
 * @param requestId the request that caused it; empty if the message has none
 */
record MessageReference(String messageId, String requestId) {
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    MessageReference {
        requestId = REQUEST_ID.matcher(requestId).matches() ? requestId : "";
    }
}
