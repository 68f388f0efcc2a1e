package dev.natter.chat.conversation;

import dev.natter.chat.conversation.MessageQueries.LogHead;

/** Other projections of the logs, which follow that of the conversation. */
public interface ProjectionListener {

    /** The log has at least this entry; of several, the newest is enough. Never waits. */
    void projected(LogHead head);
}
