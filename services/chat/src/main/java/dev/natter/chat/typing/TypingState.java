package dev.natter.chat.typing;

import java.util.List;

/**
 * Somebody who is writing.
 *
 * @param number tells this time from the next one on the same connection
 * @param others who is told
 * @param toldAt when they were told last (milliseconds)
 * @param until when he is taken to have stopped unless he goes on (milliseconds)
 */
record TypingState(long number, String conversationId, String userId, List<String> others, long toldAt, long until) {

    boolean writesIn(String conversation) {
        return conversationId.equals(conversation);
    }

    TypingState told(long now) {
        return new TypingState(number, conversationId, userId, others, now, until);
    }

    TypingState refreshed(long newUntil) {
        return new TypingState(number, conversationId, userId, others, toldAt, newUntil);
    }

    TypingFrame frame(boolean typing) {
        return new TypingFrame(conversationId, userId, typing);
    }
}
