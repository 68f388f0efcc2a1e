package dev.natter.faults.check;

import java.util.List;

/**
 * An entry of a conversation's log as one client sees it: the sender of a message by its acknowledgement, a reader on the
 * screen, the store in its log.
 *
 * @param type {@value #MESSAGE}, {@value #EDITED}, {@value #REACTED} or another of the contract
 * @param messageId of the message that it is, or changes
 * @param clientMessageId null for a change
 * @param text of a message, or its new one; the emoji of a reaction
 */
public record LogEntry(
        String conversationId,
        long seq,
        String type,
        String userId,
        String messageId,
        String clientMessageId,
        String text) {

    public static final String MESSAGE = "message";
    public static final String EDITED = "edited";
    public static final String REACTED = "reacted";

    /** A message. */
    static LogEntry message(String conversationId, long seq, String senderId, String clientMessageId, String text) {
        return new LogEntry(conversationId, seq, MESSAGE, senderId, "m-" + clientMessageId, clientMessageId, text);
    }

    boolean isMessage() {
        return type.equals(MESSAGE);
    }

    /** A message with its last text in a log, where the entry of an edited message may have its first or its last text. */
    LogEntry after(List<LogEntry> log) {
        return isMessage()
                ? log.stream()
                        .filter(entry ->
                                entry.type().equals(EDITED) && entry.messageId().equals(messageId))
                        .reduce((first, later) -> later)
                        .map(edit -> new LogEntry(
                                conversationId, seq, type, userId, messageId, clientMessageId, edit.text()))
                        .orElse(this)
                : this;
    }

    /** What makes two sends the same one. No trial makes the same change to a message twice. */
    public String key() {
        return isMessage()
                ? conversationId + "/" + userId + "/" + clientMessageId
                : String.join("/", conversationId, userId, messageId, type, text);
    }
}
