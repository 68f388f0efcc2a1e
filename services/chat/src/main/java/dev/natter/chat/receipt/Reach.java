package dev.natter.chat.receipt;

import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.conversation.Timeline;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How far a member may say to have come: never past the newest entry that is stored. */
@ApplicationScoped
class Reach {

    private final ConversationAccess access;
    private final Timeline timeline;

    Reach(ConversationAccess access, Timeline timeline) {
        this.access = access;
        this.timeline = timeline;
    }

    /**
     * A member at an entry of a conversation.
     *
     * @param seq of the newest stored entry up to the one that was named; 0 when there is none
     */
    record Reached(String conversationId, List<String> memberIds, long seq) {}

    /** Refuses with 400 when {@code seq} is negative, and with 404 when the conversation is not the user's. */
    Uni<Reached> of(String conversationId, String userId, long seq) {
        if (seq < 0) {
            return Uni.createFrom().failure(Refusal.malformed("seq", "must not be negative"));
        }
        return access.members(conversationId, userId)
                .chain(members ->
                        upTo(conversationId, seq).map(reached -> new Reached(conversationId, members, reached)));
    }

    /** Asks the store only when the member is ahead of what is known here. */
    private Uni<Long> upTo(String conversationId, long seq) {
        return seq <= timeline.knownSeq(conversationId)
                ? Uni.createFrom().item(seq)
                : timeline.newest(conversationId).map(newest -> newest == null ? 0 : Math.min(seq, newest.seq()));
    }
}
