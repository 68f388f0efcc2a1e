package dev.natter.chat.conversation;

import java.util.Collection;

public interface ConversationListener {

    /** A conversation is new, with these members, or its members have changed. */
    void membersChanged(String conversationId, Collection<String> added, Collection<String> removed);
}
