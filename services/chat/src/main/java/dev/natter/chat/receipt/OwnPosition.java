package dev.natter.chat.receipt;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The position of somebody who sends: his own messages need no reading. Nobody is told when it moves. */
@ApplicationScoped
public class OwnPosition {

    private final ReadPositions positions;

    OwnPosition(ReadPositions positions) {
        this.positions = positions;
    }

    /** How far this member has read. */
    public Uni<Long> of(String conversationId, String userId) {
        return positions.find(conversationId, userId);
    }

    /** Moves the position forward to here, unless it is further. */
    public Uni<Void> raise(String conversationId, String userId, long seq) {
        return positions.raise(conversationId, userId, seq);
    }
}
