package dev.natter.chat.log;

/** The entries of a log with numbers above {@code after}, up to {@code upTo}. */
public record LogRange(String conversationId, long after, long upTo) {

    /** All after a number. */
    public static LogRange after(String conversationId, long seq) {
        return new LogRange(conversationId, seq, Long.MAX_VALUE - 1);
    }
}
