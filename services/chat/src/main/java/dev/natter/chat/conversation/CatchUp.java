package dev.natter.chat.conversation;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Looks for the newest message of a conversation in which it is not written (yet): its writer is between two steps, or
 * died there. What is found is written down, so that the next reader need not look.
 */
@ApplicationScoped
public class CatchUp {

    private final Conversations conversations;
    private final Timeline timeline;

    CatchUp(Conversations conversations, Timeline timeline) {
        this.conversations = conversations;
        this.timeline = timeline;
    }

    /** The same conversation with the newest message that is stored. */
    public Uni<Conversation> handle(Conversation conversation) {
        if (!conversation.isBehind()) {
            return Uni.createFrom().item(conversation);
        }
        return timeline.newest(conversation.id())
                .chain(newest -> newest == null || newest.seq() <= conversation.lastSeq()
                        ? Uni.createFrom().item(conversation)
                        : writeDown(newest).replaceWith(conversation.withLast(newest)));
    }

    /** A help for the next reader; this one has seen it already. */
    private Uni<Void> writeDown(MessageView newest) {
        return conversations
                .bringForward(newest)
                .onFailure()
                .invoke(failure -> Log.debugf("the last message stays behind for now: %s", failure))
                .onFailure()
                .recoverWithNull();
    }
}
