package dev.natter.faults.check;

import java.util.Map;
import java.util.Set;

/**
 * A message as the service shows it at the end.
 *
 * @param reactions the users by emoji
 */
public record FinalState(
        String conversationId, String messageId, String text, boolean isEdited, Map<String, Set<String>> reactions) {}
