package dev.natter.chat.conversation;

import java.util.Collection;

/** Hears of people who share a new conversation. */
public interface Introductions {

    /** These do; said before any of them is told of the conversation. */
    void met(String conversationId, Collection<String> memberIds);
}
