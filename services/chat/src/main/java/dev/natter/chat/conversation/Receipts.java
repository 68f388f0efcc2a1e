package dev.natter.chat.conversation;

import dev.natter.chat.conversation.Positions.Position;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The positions of all members of all conversations: how far each has come. */
public interface Receipts {

    /** The positions of these members, by conversation. */
    Uni<Positions> positions(Map<String, List<String>> membersByConversation);

    /** What all members but this one have reached; of those who have a position, see {@link #begin}. */
    Uni<Position> lowest(String conversationId, String exceptUserId);

    /** Gives each of these members a position at least here: what came before does not concern them. */
    Uni<Void> begin(String conversationId, Collection<String> memberIds, long joinedSeq);

    /** These users are no members any more. */
    Uni<Void> end(String conversationId, Collection<String> userIds);

    /**
     * Moves the read position forward to here, and ends what {@link #markUnread} began; false when it is here already, or
     * further, and not marked.
     */
    Uni<Boolean> advance(String conversationId, String userId, long seq, Instant at);

    /** Moves the delivered position forward to here; false when it is here already, or further. */
    Uni<Boolean> deliver(String conversationId, String userId, long seq, Instant at);

    /** Mutes the conversation for this member until then; null ends it. */
    Uni<Void> mute(String conversationId, String userId, @Nullable Instant until);

    /** Marks the conversation as unread for this member, whatever the position, or takes that back. */
    Uni<Void> markUnread(String conversationId, String userId, boolean unread);
}
