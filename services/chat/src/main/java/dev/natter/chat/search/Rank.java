package dev.natter.chat.search;

import dev.natter.chat.conversation.MessageView;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The place of a message in the order of results: by the time it was sent, in one conversation then by its number. Text, so
 * that the index of any server keeps the order.
 */
final class Rank {

    /** Behind those of all messages. */
    static final String END = "w";

    private static final int RADIX = 32;
    private static final int TIME_DIGITS = 9;
    private static final int SEQ_DIGITS = 11;
    private static final int TIE_DIGITS = 7;
    private static final Pattern FORMAT = Pattern.compile("[0-9a-v]{" + (TIME_DIGITS + SEQ_DIGITS + TIE_DIGITS) + "}");

    private Rank() {}

    static String of(MessageView message) {
        return of(message.sentAt(), message.seq(), message.conversationId());
    }

    private static String of(Instant at, long seq, String conversationId) {
        return digits(at.toEpochMilli(), TIME_DIGITS)
                + digits(seq, SEQ_DIGITS)
                // Of two conversations at the same millisecond and with the same number, any may be first, but always.
                + digits(Integer.toUnsignedLong(conversationId.hashCode()), TIE_DIGITS);
    }

    static boolean isRank(String text) {
        return FORMAT.matcher(text).matches();
    }

    private static String digits(long number, int count) {
        var digits = Long.toString(Math.max(0, number), RADIX);
        return "0".repeat(count - digits.length()) + digits;
    }
}
