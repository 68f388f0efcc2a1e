package dev.natter.faults.check;

/**
 * The read position of a user in a conversation, as the service returns it at the end.
 *
 * @param acknowledgedRead the furthest that was acknowledged to have been read, 0 for nothing
 */
public record ReadPosition(String conversationId, String userId, long readSeq, long unread, long acknowledgedRead) {}
