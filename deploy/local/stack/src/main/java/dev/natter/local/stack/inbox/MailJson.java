package dev.natter.local.stack.inbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Mails as Mailpit writes them: names with a capital letter, addresses as objects. */
final class MailJson {
    private static final int SNIPPET = 250;
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private MailJson() {}

    /** A page of a list; {@code total} counts the whole box, {@code found} what the query matches. */
    static JsonObject list(List<Mail> page, int total, int found, int start) {
        return new JsonObject()
                .put("total", total)
                .put("unread", 0)
                .put("count", page.size())
                .put("messages_count", found)
                .put("start", start)
                .put("tags", new JsonArray())
                .put("messages", array(page, MailJson::summary));
    }

    private static JsonObject summary(Mail mail) {
        return head(mail)
                .put("Read", false)
                .put("Created", time(mail.arrived()))
                .put("Attachments", mail.attachments().size())
                .put("Snippet", snippet(mail.text()));
    }

    static JsonObject whole(Mail mail) {
        return head(mail)
                .put("Date", time(mail.arrived()))
                .put("Created", time(mail.arrived()))
                .put("ReturnPath", mail.returnPath())
                .put("Text", mail.text())
                .put("HTML", mail.html())
                .put("Inline", new JsonArray())
                .put("Attachments", array(mail.attachments(), MailJson::attachment));
    }

    private static JsonObject head(Mail mail) {
        return new JsonObject()
                .put("ID", mail.id())
                .put("MessageID", mail.messageId())
                .put("From", address(mail.from()))
                .put("To", array(mail.to(), MailJson::address))
                .put("Cc", array(mail.cc(), MailJson::address))
                .put("Bcc", array(mail.bcc(), MailJson::address))
                .put("ReplyTo", array(mail.replyTo(), MailJson::address))
                .put("Subject", mail.subject())
                .put("Size", mail.bytes())
                .put("Tags", new JsonArray());
    }

    private static JsonObject attachment(Mail.Attachment attachment) {
        return new JsonObject().put("FileName", attachment.fileName()).put("ContentType", attachment.contentType());
    }

    private static @Nullable JsonObject address(@Nullable Address address) {
        return address == null
                ? null
                : new JsonObject().put("Name", address.name()).put("Address", address.email());
    }

    private static <T> JsonArray array(List<T> items, Function<T, @Nullable JsonObject> json) {
        var array = new JsonArray();
        items.forEach(item -> array.add(json.apply(item)));
        return array;
    }

    private static String snippet(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() > SNIPPET ? line.substring(0, SNIPPET) + "…" : line;
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
