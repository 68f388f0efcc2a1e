package dev.natter.chat.receipt;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Moves a reader's position forward, never backward and never past the newest message, and tells every connection of
 * every member (the reader's own too) with a {@code read} frame, if it moved.
 *
 * <p>Refuses with 400 when {@code seq} is negative, 404 when the conversation is not the reader's, 503 when the store is
 * away. Safe to repeat.
 */
@ApplicationScoped
public class MarkRead {

    /** Completes once the position is stored and the frame handed to {@code Delivery}. */
    public Uni<Void> handle(MarkReadCommand command) {
        throw new UnsupportedOperationException("follows with the store");
    }
}
