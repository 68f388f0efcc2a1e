package dev.natter.faults.check;

/**
 * A change to a message that the service has acknowledged.
 *
 * @param text the new one; the emoji of a reaction
 */
public record Change(String conversationId, String type, String userId, String messageId, String text) {

    boolean isMadeBy(LogEntry entry) {
        return entry.type().equals(type)
                && entry.userId().equals(userId)
                && entry.messageId().equals(messageId)
                && entry.text().equals(text);
    }
}
