package dev.natter.local.stack.inbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it arrived.
 *
 * @param id ours, not the sender's
 * @param messageId the sender's, without its angle brackets
 * @param bcc whom it was sent to without being named in it
 * @param text the text part, or empty
 * @param html the HTML part, or empty
 */
record Mail(
        String id,
        String messageId,
        @Nullable Address from,
        List<Address> to,
        List<Address> cc,
        List<Address> bcc,
        List<Address> replyTo,
        String returnPath,
        String subject,
        String text,
        String html,
        List<Attachment> attachments,
        int bytes,
        Instant arrived) {

    /** A part that is not shown; only its description is kept. */
    record Attachment(String fileName, String contentType) {}
}
