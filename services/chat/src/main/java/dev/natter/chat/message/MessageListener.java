package dev.natter.chat.message;

import dev.natter.chat.conversation.MessageView;
import java.util.Collection;

/** Hears of messages that this replica has stored. */
public interface MessageListener {

    /** The message is stored, for these members. Must not block. */
    void stored(MessageView message, Collection<String> memberIds);
}
