package dev.natter.chat.receipt;

import dev.natter.chat.conversation.Positions;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;

/** How far every member of every conversation has come; 0 for who has not begun. What is read is delivered too. */
interface ReadPositions {

    /** How far this member has read. */
    Uni<Long> find(String conversationId, String userId);

    /** The positions of all members of these conversations. */
    Uni<Positions> findAll(Collection<String> conversationIds);

    /** Moves the position forward to here; false when it is here already, or further. */
    Uni<Boolean> advance(String conversationId, String userId, long seq, Instant at);

    /** Notes that everything up to here is delivered; false when it is known to be, or even more. */
    Uni<Boolean> deliver(String conversationId, String userId, long seq, Instant at);

    /** Moves the position forward to here, unless it is further; nobody is told. */
    Uni<Void> raise(String conversationId, String userId, long seq);
}
