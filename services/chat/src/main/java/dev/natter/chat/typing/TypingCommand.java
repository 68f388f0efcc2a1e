package dev.natter.chat.typing;

/**
 * A member writes, or does not any more.
 *
 * @param userId from the verified token
 * @param connectionId on which he does
 */
public record TypingCommand(String conversationId, String userId, String connectionId, boolean typing) {}
