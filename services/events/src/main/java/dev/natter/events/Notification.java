package dev.natter.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What leaves the system for a person who is not there: sent at least once before it expires, and never after. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "mail", value = Notification.Mail.class),
    @JsonSubTypes.Type(name = "push", value = Notification.Push.class),
})
public sealed interface Notification {

    /** The same for a redelivery. */
    String id();

    Instant expiresAt();

    /**
     * A mail.
     *
     * @param to one addr-spec (RFC 5321), normalised, without a display name
     * @param subject one line
     * @param body plain text, lines ended by {@code \n}; a line that is one http(s) URL is shown as a link
     * @param unsubscribeUrl ends mails of this kind by one POST (RFC 8058); null when they cannot be ended
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Mail(
            String id,
            String to,
            String subject,
            String body,
            @Nullable String unsubscribeUrl,
            Instant expiresAt) implements Notification {
        public Mail {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(body, "body");
            Objects.requireNonNull(expiresAt, "expiresAt");
        }

        /** Omits the address and the content: neither may reach a log. */
        @Override
        public String toString() {
            return "Mail[id=%s, expiresAt=%s]".formatted(id, expiresAt);
        }
    }

    /**
     * A message for one browser (RFC 8030).
     *
     * @param subscriptionId names the subscription when it turns out to have ended
     * @param endpoint where the browser's push service takes it
     * @param p256dh the browser's public key, base64url
     * @param auth the browser's secret, base64url
     * @param payload what the browser gets, encrypted on the way; at most 3,993 bytes in UTF-8
     * @param timeToLiveSeconds how long the push service keeps it for a browser that is away
     * @param topic replaces an undelivered one with the same topic; at most 32 base64url characters
     * @param urgent whether a device that saves power is woken up for it
     */
    record Push(
            String id,
            String subscriptionId,
            String endpoint,
            String p256dh,
            String auth,
            String payload,
            long timeToLiveSeconds,
            @Nullable String topic,
            boolean urgent,
            Instant expiresAt)
            implements Notification {
        public Push {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(subscriptionId, "subscriptionId");
            Objects.requireNonNull(endpoint, "endpoint");
            Objects.requireNonNull(p256dh, "p256dh");
            Objects.requireNonNull(auth, "auth");
            Objects.requireNonNull(payload, "payload");
            Objects.requireNonNull(expiresAt, "expiresAt");
        }

        /** Omits the endpoint, the secret and the payload: none may reach a log. */
        @Override
        public String toString() {
            return "Push[id=%s, subscriptionId=%s, expiresAt=%s]".formatted(id, subscriptionId, expiresAt);
        }
    }
}
