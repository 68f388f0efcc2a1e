package dev.natter.chat.message;

import dev.natter.web.ApiException;
import dev.natter.web.ShownText;
import org.jspecify.annotations.Nullable;

/** The rules of a message's text. */
final class MessageText {

    private MessageText() {}

    /**
     * The text as it is stored: without white space behind it, and without blank lines before it; the indentation of its first
     * line stays. Null when nothing in it is visible, which is allowed beside an attachment. Refuses the rest with 400.
     */
    static @Nullable String of(@Nullable String typed, boolean hasAttachment, int maxLength) {
        var text = typed == null || ShownText.isBlank(typed) ? "" : trim(typed);
        if (text.isEmpty() && !hasAttachment) {
            throw ApiException.malformed("text", "must not be empty where there is no attachment");
        }
        if (text.codePointCount(0, text.length()) > maxLength) {
            throw ApiException.malformed("text", "must have at most " + maxLength + " characters");
        }
        if (hasLoneSurrogate(text)) {
            throw ApiException.malformed("text", "must be well-formed Unicode");
        }
        return text.isEmpty() ? null : text;
    }

    private static String trim(String text) {
        var start = 0;
        var at = 0;
        while (at < text.length() && isSpace(text.charAt(at))) {
            if (endsLine(text.charAt(at))) {
                start = at + 1;
            }
            at++;
        }
        var end = text.length();
        while (end > at && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean endsLine(char character) {
        return character == '\n' || character == '\r' || character == '\u2028' || character == '\u2029';
    }

    /** Half a character cannot be stored: it would come back as another one. */
    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
