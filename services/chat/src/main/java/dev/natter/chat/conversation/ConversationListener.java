package dev.natter.chat.conversation;

import java.util.Collection;

/** Is notified of new conversations. */
public interface ConversationListener {

    /** Called before any member gets a frame of the conversation. */
    void created(String conversationId, Collection<String> memberIds);
}
