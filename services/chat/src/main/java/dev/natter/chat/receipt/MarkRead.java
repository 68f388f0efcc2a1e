package dev.natter.chat.receipt;

import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.receipt.Reach.Reached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.stream.Stream;

/**
 * Moves a reader's position forward, never backward and never past the newest message, and tells every connection of
 * every member (the reader's own too) with a {@code read} frame, if it moved; fewer, when a crowd is online
 * ({@link Audience}). What is read is delivered as well; nobody is told so apart.
 *
 * <p>Refuses with 400 when {@code seq} is negative, 404 when the conversation is not the reader's, 503 when the store is
 * away. Safe to repeat.
 */
@ApplicationScoped
public class MarkRead {

    private final Reach reach;
    private final ReadPositions positions;
    private final Audience audience;
    private final Delivery delivery;
    private final Clock clock;

    MarkRead(Reach reach, ReadPositions positions, Audience audience, Delivery delivery, Clock clock) {
        this.reach = reach;
        this.positions = positions;
        this.audience = audience;
        this.delivery = delivery;
        this.clock = clock;
    }

    /** Completes once the position is stored and the frame handed to {@code Delivery}. */
    public Uni<Void> handle(MarkReadCommand command) {
        return reach.of(command.conversationId(), command.userId(), command.seq())
                .chain(reached -> read(reached, command.userId()));
    }

    private Uni<Void> read(Reached reached, String userId) {
        var at = clock.instant();
        if (reached.seq() == 0) {
            return Uni.createFrom().voidItem();
        }
        return positions
                .advance(reached.conversationId(), userId, reached.seq(), at)
                .chain(moved -> moved
                        ? tell(reached, new ReadFrame(reached.conversationId(), userId, reached.seq(), at))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(Reached reached, ReadFrame frame) {
        return audience.of(reached, frame.userId())
                .map(others -> Stream.concat(Stream.of(frame.userId()), others.stream())
                        .toList())
                .chain(audience -> delivery.deliver(audience, frame, null));
    }
}
