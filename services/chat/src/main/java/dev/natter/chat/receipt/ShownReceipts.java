package dev.natter.chat.receipt;

import dev.natter.chat.conversation.Positions;
import dev.natter.chat.conversation.Positions.Position;
import dev.natter.chat.conversation.Receipts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Positions as conversations show them. */
@ApplicationScoped
class ShownReceipts implements Receipts {

    private final ReadPositions positions;

    ShownReceipts(ReadPositions positions) {
        this.positions = positions;
    }

    @Override
    public Uni<Positions> positions(Map<String, List<String>> membersByConversation) {
        return positions.findAll(membersByConversation);
    }

    @Override
    public Uni<Position> lowest(String conversationId, String exceptUserId) {
        return positions.lowest(conversationId, exceptUserId);
    }

    @Override
    public Uni<Void> begin(String conversationId, Collection<String> memberIds) {
        return positions.begin(conversationId, memberIds);
    }
}
