package dev.natter.chat.receipt;

/**
 * The wish to have read everything up to a message.
 *
 * @param userId from the verified token
 * @param seq of the last message read; what lies past the newest message means the newest
 */
public record MarkReadCommand(String conversationId, String userId, long seq) {}
