package dev.natter.mail.otp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Text in a header as RFC 2047 wants it. The mail client's own encoding breaks characters outside the basic plane apart
 * and folds lines with a bare line feed, which servers that mind SMTP smuggling refuse.
 */
final class HeaderText {

    /** So many bytes make an encoded word of at most 75 characters. */
    private static final int BYTES_A_WORD = 45;

    private HeaderText() {}

    /** The one line {@code text} itself where it is plain, else as folded encoded words. */
    static String encode(String text) {
        if (text.chars().allMatch(character -> character >= ' ' && character < 0x7f) && !text.contains("=?")) {
            return text;
        }
        return words(text).stream()
                .map(HeaderText::encoded)
                .reduce((one, next) -> one + "\r\n " + next)
                .orElse("");
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        text.codePoints().mapToObj(Character::toString).forEach(character -> {
            if (bytes(word.toString()).length + bytes(character).length > BYTES_A_WORD) {
                words.add(word.toString());
                word.setLength(0);
            }
            word.append(character);
        });
        words.add(word.toString());
        return words;
    }

    private static String encoded(String word) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(word)) + "?=";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
