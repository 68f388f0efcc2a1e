package dev.natter.chat.conversation;

import java.util.Collection;

public interface ConversationListener {

    /** Called before any member gets a frame of the conversation. */
    void created(String conversationId, Collection<String> memberIds);
}
