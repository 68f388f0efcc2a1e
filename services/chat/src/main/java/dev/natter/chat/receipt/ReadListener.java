package dev.natter.chat.receipt;

/** Hears of read positions that have moved. */
public interface ReadListener {

    /** The member has read up to here. Must not block. */
    void read(String conversationId, String userId, long seq);
}
