package dev.natter.faults.check;

import java.util.List;

/**
 * What one person has written into one conversation, in the order of writing, by clientMessageId.
 *
 * @param keepsOrder those whose order is promised: sent one behind the other and never refused for the moment
 */
public record Sent(String conversationId, String senderId, List<String> keepsOrder) {}
