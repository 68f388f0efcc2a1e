package dev.natter.chat.conversation;

import io.smallrye.mutiny.Uni;
import java.util.Collection;

/** How far the members of conversations have come, as far as a conversation must know of it to be shown. */
public interface Receipts {

    /** The positions of all members of these conversations. */
    Uni<Positions> positions(Collection<String> conversationIds);
}
