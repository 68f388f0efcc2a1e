package dev.natter.chat.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is in the conversations of people connected to this replica. Members never change, so that what is at hand is right,
 * and a group of a thousand need not be read again for everything that happens in it.
 */
public interface Rosters {

    /** All members, in the order in which they are stored; null when they are not at hand or this user is none of them. */
    @Nullable List<String> membersFor(String conversationId, String memberId);
}
