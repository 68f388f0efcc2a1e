package dev.natter.faults.check;

/** A message as somebody sees it: the sender by its acknowledgement, a reader on the screen, the store in its history. */
public record Message(String conversationId, long seq, String senderId, String clientMessageId, String text) {

    /** What makes two sends the same one. */
    public String key() {
        return conversationId + "/" + senderId + "/" + clientMessageId;
    }
}
