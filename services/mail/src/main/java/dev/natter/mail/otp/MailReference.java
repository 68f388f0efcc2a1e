package dev.natter.mail.otp;

import java.util.regex.Pattern;

/**
 * Identifies a mail in log lines.
 *
 * @param mailId {@code id} of the message; empty if it has no valid one
 * @param requestId the request that caused it; empty if the message has none
 */
record MailReference(String mailId, String requestId) {
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    MailReference {
        requestId = REQUEST_ID.matcher(requestId).matches() ? requestId : "";
    }
}
