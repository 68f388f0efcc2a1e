package dev.natter.chat.message;

import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.receipt.OwnPosition;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Moves a sender's position up to his own message, when nothing unread lies before it, and nothing that still may come. */
@ApplicationScoped
class ReadOwn {

    private final OwnPosition position;
    private final Messages messages;

    ReadOwn(OwnPosition position, Messages messages) {
        this.position = position;
        this.messages = messages;
    }

    Uni<Void> handle(MessageView own) {
        return position.move(own.conversationId(), own.senderId(), own.seq() - 1, own.seq())
                .chain(moved -> moved
                        ? Uni.createFrom().voidItem()
                        : position.of(own.conversationId(), own.senderId()).chain(read -> overOwn(own, read)));
    }

    private Uni<Void> overOwn(MessageView own, long read) {
        if (read >= own.seq() - 1) {
            return Uni.createFrom().voidItem();
        }
        return messages.anyByOthers(own.conversationId(), own.senderId(), read, own.seq())
                .chain(unread -> unread ? Uni.createFrom().voidItem() : overAllOwn(own, read));
    }

    /** Every number in between must be settled: one that is missing may become somebody else's message. */
    private Uni<Void> overAllOwn(MessageView own, long read) {
        return messages.countOwnAndFillers(own.conversationId(), own.senderId(), read, own.seq())
                .chain(count -> count == own.seq() - 1 - read
                        ? position.move(own.conversationId(), own.senderId(), read, own.seq())
                        : Uni.createFrom().item(false))
                .replaceWithVoid();
    }
}
