package dev.natter.mail.push;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A notification for one browser.
 *
 * @param endpoint where the browser's push service takes it; a capability, so it reaches no log
 * @param p256dh the browser's public key, base64url
 * @param auth the browser's authentication secret, base64url
 * @param timeToLive how long the push service keeps it for a browser that is away
 * @param topic replaces an earlier one with the same topic that was not delivered yet; at most 32 base64url characters
 * @param isUrgent whether a device that saves power is to be woken up for it
 */
record PushMessage(
        URI endpoint,
        String p256dh,
        String auth,
        String payload,
        Duration timeToLive,
        @Nullable String topic,
        boolean isUrgent) {

    /** Names the push service only. */
    @Override
    public String toString() {
        return "PushMessage[host=%s]".formatted(endpoint.getHost());
    }
}
