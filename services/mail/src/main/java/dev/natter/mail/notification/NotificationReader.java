package dev.natter.mail.notification;

import static dev.natter.mail.queue.MessageFields.address;
import static dev.natter.mail.queue.MessageFields.body;
import static dev.natter.mail.queue.MessageFields.expiry;
import static dev.natter.mail.queue.MessageFields.id;
import static dev.natter.mail.queue.MessageFields.must;
import static dev.natter.mail.queue.MessageFields.subject;
import static dev.natter.mail.queue.MessageFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.natter.events.Notification;
import dev.natter.mail.queue.DeadLetterException;
import dev.natter.mail.queue.DeadLetterReason;
import dev.natter.mail.queue.MessageFields;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decodes a message of {@code notifications}, so that every field is safe in commands and headers as it stands. */
@Singleton
@RegisterForReflection(targets = {Notification.class, Notification.Mail.class, Notification.Push.class})
class NotificationReader {

    private static final int MAX_ENDPOINT = 2_048;
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    private static final Pattern UNSUBSCRIBE_URL =
            Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]{1,255}(/[A-Za-z0-9._~-]+)*");

    private final MessageFields json;

    NotificationReader(MessageFields json) {
        this.json = json;
    }

    /** Decodes a payload; a {@link DeadLetterException} when it is not one. */
    Notification read(byte[] payload) {
        var fields = json.parse(payload);
        var type = text(fields, "type");
        return switch (type) {
            case "mail" ->
                new Notification.Mail(
                        id(fields),
                        address(fields),
                        subject(fields),
                        body(fields),
                        unsubscribeUrl(fields),
                        expiry(fields));
            case "push" -> push(fields);
            default -> throw malformed("type is unknown");
        };
    }

    /** Printable ASCII without angle brackets, so that it cannot leave its header. */
    private static @Nullable String unsubscribeUrl(JsonNode fields) {
        if (fields.path("unsubscribeUrl").isMissingNode()
                || fields.path("unsubscribeUrl").isNull()) {
            return null;
        }
        var url = text(fields, "unsubscribeUrl");
        return must(UNSUBSCRIBE_URL.matcher(url).matches(), url, "unsubscribeUrl is no http(s) URL");
    }

    private static Notification push(JsonNode fields) {
        var endpoint = text(fields, "endpoint");
        return new Notification.Push(
                id(fields),
                text(fields, "subscriptionId"),
                must(endpoint.length() <= MAX_ENDPOINT, endpoint, "endpoint is too long"),
                text(fields, "p256dh"),
                text(fields, "auth"),
                text(fields, "payload"),
                seconds(fields.path("timeToLiveSeconds")),
                topic(fields),
                fields.path("urgent").asBoolean(false),
                expiry(fields));
    }

    private static long seconds(JsonNode field) {
        if (!field.isIntegralNumber() || field.longValue() < 0) {
            throw malformed("timeToLiveSeconds is no number of seconds");
        }
        return field.longValue();
    }

    private static @Nullable String topic(JsonNode fields) {
        if (fields.path("topic").isMissingNode() || fields.path("topic").isNull()) {
            return null;
        }
        var topic = text(fields, "topic");
        return must(TOPIC.matcher(topic).matches(), topic, "topic is not 1 to 32 base64url characters");
    }

    private static DeadLetterException malformed(String detail) {
        return new DeadLetterException(DeadLetterReason.MALFORMED, detail);
    }
}
