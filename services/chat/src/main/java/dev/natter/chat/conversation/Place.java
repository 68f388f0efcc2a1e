package dev.natter.chat.conversation;

import java.time.Instant;
import java.util.List;

/**
 * A number in a conversation that belongs to one message from now on.
 *
 * @param memberIds who is to be told of the message
 * @param takenAt when the message counts as sent
 */
public record Place(String conversationId, long seq, List<String> memberIds, Instant takenAt) {
    public Place {
        memberIds = List.copyOf(memberIds);
    }
}
