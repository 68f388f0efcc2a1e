package dev.natter.chat.receipt;

import dev.natter.chat.conversation.Receipts;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** The positions of all members of all conversations. */
interface ReadPositions extends Receipts {

    /** Moves the read position forward to here; false when it is here already, or further. */
    Uni<Boolean> advance(String conversationId, String userId, long seq, Instant at);

    /** Moves the delivered position forward to here; false when it is here already, or further. */
    Uni<Boolean> deliver(String conversationId, String userId, long seq, Instant at);
}
