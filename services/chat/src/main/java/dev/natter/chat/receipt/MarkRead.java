package dev.natter.chat.receipt;

import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.receipt.Reach.Reached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Moves a reader's position forward, never backward and never past the newest message, and tells every connection of
 * every member (the reader's own too) with a {@code read} frame, if it moved. What is read is delivered as well; nobody
 * is told so apart.
 *
 * <p>Refuses with 400 when {@code seq} is negative, 404 when the conversation is not the reader's, 503 when the store is
 * away. Safe to repeat.
 */
@ApplicationScoped
public class MarkRead {

    private final Reach reach;
    private final ReadPositions positions;
    private final Delivery delivery;
    private final Clock clock;

    MarkRead(Reach reach, ReadPositions positions, Delivery delivery, Clock clock) {
        this.reach = reach;
        this.positions = positions;
        this.delivery = delivery;
        this.clock = clock;
    }

    /** Completes once the position is stored and the frame handed to {@code Delivery}. */
    public Uni<Void> handle(MarkReadCommand command) {
        return reach.of(command.conversationId(), command.userId(), command.seq())
                .chain(reached -> read(reached, command.userId()));
    }

    private Uni<Void> read(Reached reached, String userId) {
        var conversation = reached.conversation();
        var at = clock.instant();
        if (reached.seq() == 0) {
            return Uni.createFrom().voidItem();
        }
        return positions
                .advance(conversation.id(), userId, reached.seq(), at)
                .chain(moved -> moved
                        ? delivery.deliver(
                                conversation.memberIds(),
                                new ReadFrame(conversation.id(), userId, reached.seq(), at),
                                null)
                        : Uni.createFrom().voidItem());
    }
}
