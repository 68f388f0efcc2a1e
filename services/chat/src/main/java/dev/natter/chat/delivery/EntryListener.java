package dev.natter.chat.delivery;

/** Hears of log entries that other replicas have stored, as they are delivered to this one. */
public interface EntryListener {

    /** The entry with this number, and with it all before it, is stored. Must not block. */
    void delivered(String conversationId, long seq, boolean changesGroup);
}
