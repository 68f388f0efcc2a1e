package dev.natter.chat.receipt;

import dev.natter.chat.conversation.CatchUp;
import dev.natter.chat.conversation.Conversation;
import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.delivery.Delivery;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Moves a reader's position forward, never backward and never past the newest message, and tells every connection of
 * every member (the reader's own too) with a {@code read} frame, if it moved.
 *
 * <p>Refuses with 400 when {@code seq} is negative, 404 when the conversation is not the reader's, 503 when the store is
 * away. Safe to repeat.
 */
@ApplicationScoped
public class MarkRead {

    private final ConversationAccess access;
    private final CatchUp catchUp;
    private final ReadPositions positions;
    private final Delivery delivery;
    private final Clock clock;

    MarkRead(ConversationAccess access, CatchUp catchUp, ReadPositions positions, Delivery delivery, Clock clock) {
        this.access = access;
        this.catchUp = catchUp;
        this.positions = positions;
        this.delivery = delivery;
        this.clock = clock;
    }

    /** Completes once the position is stored and the frame handed to {@code Delivery}. */
    public Uni<Void> handle(MarkReadCommand command) {
        if (command.seq() < 0) {
            return Uni.createFrom().failure(Refusal.malformed("seq", "must not be negative"));
        }
        return access.open(command.conversationId(), command.userId())
                .chain(conversation -> reaching(conversation, command.seq()))
                .chain(conversation -> read(conversation, command));
    }

    /** The conversation as far as it matters here: looked after only when the reader is ahead of what is written in it. */
    private Uni<Conversation> reaching(Conversation conversation, long seq) {
        return seq <= conversation.lastSeq() ? Uni.createFrom().item(conversation) : catchUp.handle(conversation);
    }

    private Uni<Void> read(Conversation conversation, MarkReadCommand command) {
        var seq = Math.min(command.seq(), conversation.lastSeq());
        var at = clock.instant();
        if (seq == 0) {
            return Uni.createFrom().voidItem();
        }
        return positions
                .advance(conversation.id(), command.userId(), seq, at)
                .chain(moved -> moved
                        ? delivery.deliver(
                                conversation.memberIds(),
                                new ReadFrame(conversation.id(), command.userId(), seq, at),
                                null)
                        : Uni.createFrom().voidItem());
    }
}
