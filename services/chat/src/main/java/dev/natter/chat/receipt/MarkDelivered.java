package dev.natter.chat.receipt;

import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.receipt.Reach.Reached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Notes that the messages up to one have reached a device of a member, and tells the other members with a
 * {@code delivered} frame, if that is news. Never moves backward and never past the newest message; what is read is
 * delivered already.
 *
 * <p>The member's own connections are not told: whether something has reached him is news to everybody but himself; nor is
 * everybody else, when a crowd is online ({@link Audience}). One look at the conversation and one write, however many
 * members it has; frames go to the connections that are open.
 *
 * <p>Refuses with 400 when {@code seq} is negative, 404 when the conversation is not the member's, 503 when the store is
 * away. Safe to repeat.
 */
@ApplicationScoped
public class MarkDelivered {

    private final Reach reach;
    private final ReadPositions positions;
    private final Audience audience;
    private final Delivery delivery;
    private final Clock clock;

    MarkDelivered(Reach reach, ReadPositions positions, Audience audience, Delivery delivery, Clock clock) {
        this.reach = reach;
        this.positions = positions;
        this.audience = audience;
        this.delivery = delivery;
        this.clock = clock;
    }

    /** Completes once the position is stored and the frame handed to {@code Delivery}. */
    public Uni<Void> handle(MarkDeliveredCommand command) {
        return reach.of(command.conversationId(), command.userId(), command.seq())
                .chain(reached -> delivered(reached, command.userId()));
    }

    private Uni<Void> delivered(Reached reached, String userId) {
        var at = clock.instant();
        if (reached.seq() == 0) {
            return Uni.createFrom().voidItem();
        }
        return positions
                .deliver(reached.conversationId(), userId, reached.seq(), at)
                .chain(moved -> moved
                        ? tell(reached, new DeliveredFrame(reached.conversationId(), userId, reached.seq(), at))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(Reached reached, DeliveredFrame frame) {
        return audience.of(reached, frame.userId()).chain(audience -> delivery.deliver(audience, frame, null));
    }
}
