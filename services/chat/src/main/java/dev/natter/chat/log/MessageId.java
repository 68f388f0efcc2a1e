package dev.natter.chat.log;

/**
 * Ids of messages: the number in the log, in hexadecimal, and behind it what cannot be guessed. An id leads to its entry
 * without an index of its own, which every message would have to be entered into.
 */
public final class MessageId {

    private static final int MAX_DIGITS = 14;
    private static final int HEX = 16;
    private static final char SEPARATOR = '_';

    private MessageId() {}

    /**
     * The id of a message.
     *
     * @param unique of every request that appends a message, and of all its attempts
     */
    public static String of(long seq, String unique) {
        return Long.toHexString(seq) + SEPARATOR + unique;
    }

    /** The number in the id; 0 for the ids of an earlier version, which have none, and for what is no id. */
    public static long seq(String id) {
        var digits = id.indexOf(SEPARATOR);
        if (digits < 1 || digits > MAX_DIGITS) {
            return 0;
        }
        try {
            return Long.parseLong(id, 0, digits, HEX);
        } catch (NumberFormatException foreign) {
            return 0;
        }
    }
}
