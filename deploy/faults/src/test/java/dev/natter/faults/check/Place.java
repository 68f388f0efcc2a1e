package dev.natter.faults.check;

/**
 * How far somebody has got in a conversation, as the service tells it in the end.
 *
 * @param acknowledgedRead the furthest that was acknowledged to have been read, 0 for nothing
 */
public record Place(String conversationId, String userId, long readSeq, long unread, long acknowledgedRead) {}
