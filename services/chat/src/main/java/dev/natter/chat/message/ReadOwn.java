package dev.natter.chat.message;

import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.receipt.OwnPosition;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Moves a sender's position up to his own message, when nothing unread lies before it, and nothing that still may come. */
@ApplicationScoped
class ReadOwn {

    /** Conversations; some hundred bytes each. */
    private static final int REMEMBERED = 20_000;

    private final OwnPosition position;
    private final Messages messages;
    private final RecentAuthors recent = new RecentAuthors(REMEMBERED);

    ReadOwn(OwnPosition position, Messages messages) {
        this.position = position;
        this.messages = messages;
    }

    /**
     * Positions only go forward: what lies before the message and is found read, or his own, stays so. Therefore it does not
     * matter what happens between the look and the move.
     */
    Uni<Void> handle(MessageView own) {
        recent.stored(own);
        return position.of(own.conversationId(), own.senderId()).chain(read -> from(read, own));
    }

    private Uni<Void> from(long read, MessageView own) {
        if (read >= own.seq() || recent.hasOthers(own, read)) {
            return Uni.createFrom().voidItem();
        }
        if (read == own.seq() - 1) {
            return raise(own);
        }
        return messages.anyByOthers(own.conversationId(), own.senderId(), read, own.seq())
                .chain(unread -> unread ? Uni.createFrom().voidItem() : overAllOwn(own, read));
    }

    /** Every number in between must be settled: one that is missing may become somebody else's message. */
    private Uni<Void> overAllOwn(MessageView own, long read) {
        return messages.countOwnAndFillers(own.conversationId(), own.senderId(), read, own.seq())
                .chain(count -> count == own.seq() - 1 - read
                        ? raise(own)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> raise(MessageView own) {
        return position.raise(own.conversationId(), own.senderId(), own.seq());
    }
}
