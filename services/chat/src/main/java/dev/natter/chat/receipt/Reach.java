package dev.natter.chat.receipt;

import dev.natter.chat.conversation.CatchUp;
import dev.natter.chat.conversation.Conversation;
import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** How far a member may say to have come: never past the newest message that is stored. */
@ApplicationScoped
class Reach {

    private final ConversationAccess access;
    private final CatchUp catchUp;

    Reach(ConversationAccess access, CatchUp catchUp) {
        this.access = access;
        this.catchUp = catchUp;
    }

    /**
     * A member at a message of a conversation.
     *
     * @param seq of the newest stored message up to the one that was named; 0 when there is none
     */
    record Reached(Conversation conversation, long seq) {}

    /** Refuses with 400 when {@code seq} is negative, and with 404 when the conversation is not the user's. */
    Uni<Reached> of(String conversationId, String userId, long seq) {
        if (seq < 0) {
            return Uni.createFrom().failure(Refusal.malformed("seq", "must not be negative"));
        }
        return access.open(conversationId, userId)
                // Looked after only when the member is ahead of what is written in it.
                .chain(found -> seq <= found.lastSeq() ? Uni.createFrom().item(found) : catchUp.handle(found))
                .map(conversation -> new Reached(conversation, Math.min(seq, conversation.lastSeq())));
    }
}
