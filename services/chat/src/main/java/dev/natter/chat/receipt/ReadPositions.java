package dev.natter.chat.receipt;

import dev.natter.chat.conversation.Positions;
import dev.natter.chat.conversation.Positions.Position;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** How far every member of every conversation has come; 0 for who has not begun. What is read is delivered too. */
interface ReadPositions {

    /** The positions of these members, by conversation. */
    Uni<Positions> findAll(Map<String, List<String>> membersByConversation);

    /** The lowest positions in a conversation, this member's left out; of members who have a position. */
    Uni<Position> lowest(String conversationId, String exceptUserId);

    /** Gives these members the position 0, unless they have one. */
    Uni<Void> begin(String conversationId, Collection<String> userIds);

    /** Moves the position forward to here; false when it is here already, or further. */
    Uni<Boolean> advance(String conversationId, String userId, long seq, Instant at);

    /** Notes that everything up to here is delivered; false when it is known to be, or even more. */
    Uni<Boolean> deliver(String conversationId, String userId, long seq, Instant at);
}
