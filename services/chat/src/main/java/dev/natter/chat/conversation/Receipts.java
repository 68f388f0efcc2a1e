package dev.natter.chat.conversation;

import dev.natter.chat.conversation.Positions.Position;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** How far the members of conversations have come, as far as a conversation must know of it to be shown. */
public interface Receipts {

    /** The positions of these members, by conversation. */
    Uni<Positions> positions(Map<String, List<String>> membersByConversation);

    /** What all members but this one have reached; of those who have a position, see {@link #begin}. */
    Uni<Position> lowest(String conversationId, String exceptUserId);

    /** Gives each of these members a position, unless it has one: they have begun, and read nothing. */
    Uni<Void> begin(String conversationId, Collection<String> memberIds);
}
