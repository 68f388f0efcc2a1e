package dev.natter.chat.receipt;

import dev.natter.chat.conversation.Positions;
import dev.natter.chat.conversation.Receipts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** Positions as conversations show them. */
@ApplicationScoped
class ShownReceipts implements Receipts {

    private final ReadPositions positions;

    ShownReceipts(ReadPositions positions) {
        this.positions = positions;
    }

    @Override
    public Uni<Positions> positions(Collection<String> conversationIds) {
        return positions.findAll(conversationIds);
    }
}
