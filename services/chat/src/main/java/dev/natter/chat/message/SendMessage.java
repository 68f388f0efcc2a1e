package dev.natter.chat.message;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Sends a message: stores it once, numbered, and tells every connection of every member but the one it came on.
 *
 * <p><strong>Order.</strong> A send takes its place when the returned Uni is subscribed. Sends of one conversation on one
 * replica get their {@code seq} in the order of subscription, without waiting for each other to be stored; and the others
 * see their {@code message} frames in that order. So a connection that subscribes its sends in the order they came (all at
 * once, not one after the other) has them numbered in that order, and its outcomes complete in that order too, but for
 * refusals, which come at once. A send that fails with 503 does not hold back the ones behind it: repeated with the same
 * {@code clientMessageId}, it takes a later place (or turns out to be stored).
 *
 * <p><strong>Failures</strong> are {@link dev.natter.web.Refusal}s: 400 for a malformed message, 404 for a conversation
 * that is not the sender's, 422 for an image that is not there, 503 when the store is away or the conversation has too
 * many sends waiting. After a 503 the message may or may not be stored; repeating it is always safe.
 */
@ApplicationScoped
public class SendMessage {

    /** Completes once the message is stored durably and handed to {@code Delivery}. */
    public Uni<SendOutcome> handle(SendMessageCommand command) {
        throw new UnsupportedOperationException("follows with the store");
    }
}
