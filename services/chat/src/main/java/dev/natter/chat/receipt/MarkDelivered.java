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
 * <p>The member's own connections are not told: whether something has reached him is news to everybody but himself. One
 * look at the conversation and one write, however many members it has; frames go to the connections that are open.
 *
 * <p>Refuses with 400 when {@code seq} is negative, 404 when the conversation is not the member's, 503 when the store is
 * away. Safe to repeat.
 */
@ApplicationScoped
public class MarkDelivered {

    private final Reach reach;
    private final ReadPositions positions;
    private final Delivery delivery;
    private final Clock clock;

    MarkDelivered(Reach reach, ReadPositions positions, Delivery delivery, Clock clock) {
        this.reach = reach;
        this.positions = positions;
        this.delivery = delivery;
        this.clock = clock;
    }

    /** Completes once the position is stored and the frame handed to {@code Delivery}. */
    public Uni<Void> handle(MarkDeliveredCommand command) {
        return reach.of(command.conversationId(), command.userId(), command.seq())
                .chain(reached -> delivered(reached, command.userId()));
    }

    private Uni<Void> delivered(Reached reached, String userId) {
        var conversation = reached.conversation();
        var at = clock.instant();
        if (reached.seq() == 0) {
            return Uni.createFrom().voidItem();
        }
        return positions
                .deliver(conversation.id(), userId, reached.seq(), at)
                .chain(moved -> moved
                        ? delivery.deliver(
                                conversation.others(userId),
                                new DeliveredFrame(conversation.id(), userId, reached.seq(), at),
                                null)
                        : Uni.createFrom().voidItem());
    }
}
