package dev.natter.chat.presence;

import java.util.Collection;

/** Whoever wants to know when people come and go, here or elsewhere. Called for each change, and now and then for none. */
public interface Onlookers {

    /** A connection of this user to this replica was opened, or closed. */
    void movedHere(String userId);

    /** These are on some other replica, and were on none; or the other way round. */
    void movedElsewhere(Collection<String> userIds);

    /** The replica that these were on is dead: they have not been anywhere for a while. */
    void lost(Collection<String> userIds);

    /** These share a conversation that is new. */
    void met(String conversationId, Collection<String> memberIds);
}
