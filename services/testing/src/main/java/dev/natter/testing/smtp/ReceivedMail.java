package dev.natter.testing.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What an SMTP server was given.
 *
 * @param content with the dots unstuffed
 */
public record ReceivedMail(String from, String to, String content) {

    private MimeMessage parsed() {
        try {
            return new MimeMessage((Session) null, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        } catch (MessagingException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The one header of that name, decoded. */
    public String header(String name) {
        try {
            var values = parsed().getHeader(name);
            if (values == null || values.length != 1) {
                throw new AssertionError("not one header " + name);
            }
            return MimeUtility.decodeText(MimeUtility.unfold(values[0]));
        } catch (MessagingException | IOException failure) {
            throw new AssertionError(failure);
        }
    }

    public String text() {
        return part(0, "text/plain");
    }

    public String html() {
        return part(1, "text/html");
    }

    private String part(int index, String type) {
        try {
            var message = parsed();
            if (!message.isMimeType("multipart/alternative")) {
                throw new AssertionError("no multipart/alternative: " + message.getContentType());
            }
            var part = ((MimeMultipart) message.getContent()).getBodyPart(index);
            if (!part.isMimeType(type)) {
                throw new AssertionError("no " + type + ": " + part.getContentType());
            }
            return part.getContent().toString().replace("\r\n", "\n");
        } catch (MessagingException | IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
