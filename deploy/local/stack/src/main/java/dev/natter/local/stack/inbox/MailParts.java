package dev.natter.local.stack.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The parts of a mail, taken apart: first text, first HTML, and descriptions of the rest. */
final class MailParts {
    /** Deep enough for any real mail, and an end for one built to have none. */
    private static final int MAX_DEPTH = 10;

    private static final int MAX_CHARACTERS = 1 << 20;

    private final List<Mail.Attachment> attachments = new ArrayList<>();
    private String text = "";
    private String html = "";

    private MailParts() {}

    static MailParts of(Part mail) throws MessagingException, IOException {
        var parts = new MailParts();
        parts.add(mail, 0);
        return parts;
    }

    String text() {
        return text;
    }

    String html() {
        return html;
    }

    List<Mail.Attachment> attachments() {
        return List.copyOf(attachments);
    }

    private void add(Part part, int depth) throws MessagingException, IOException {
        if (depth > MAX_DEPTH) {
            return;
        }
        var attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                add(parts.getBodyPart(i), depth + 1);
            }
        } else if (!attached && part.isMimeType("text/plain") && text.isEmpty()) {
            text = content(part);
        } else if (!attached && part.isMimeType("text/html") && html.isEmpty()) {
            html = content(part);
        } else {
            var name = part.getFileName();
            attachments.add(new Mail.Attachment(name == null ? "" : name, part.getContentType()));
        }
    }

    private static String content(Part part) throws MessagingException, IOException {
        var content = String.valueOf(part.getContent());
        return content.length() > MAX_CHARACTERS ? content.substring(0, MAX_CHARACTERS) : content;
    }
}
