package dev.natter.chat.receipt;

/**
 * The word of a member's device that everything up to a message has reached it.
 *
 * @param userId from the verified token
 * @param seq of the last message received; what lies past the newest message means the newest
 */
public record MarkDeliveredCommand(String conversationId, String userId, long seq) {}
