package dev.natter.mail.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Encodes header text as RFC 2047 encoded words. vertx-mail-client 4.5 splits surrogate pairs and folds with a bare line
 * feed, which servers with a defence against SMTP smuggling reject.
 */
public final class EncodedWords {

    /** The bytes that fit into an encoded word of at most 75 characters. */
    private static final int MAX_BYTES = 45;

    private EncodedWords() {}

    /** Returns printable ASCII unchanged, other text as folded encoded words. */
    public static String encode(String text) {
        if (text.chars().allMatch(character -> character >= ' ' && character < 0x7f) && !text.contains("=?")) {
            return text;
        }
        var encoded = new StringBuilder();
        var word = new StringBuilder();
        text.codePoints().mapToObj(Character::toString).forEach(character -> {
            if (bytes(word + character).length > MAX_BYTES) {
                append(encoded, word);
                word.setLength(0);
            }
            word.append(character);
        });
        append(encoded, word);
        return encoded.toString();
    }

    private static void append(StringBuilder encoded, CharSequence word) {
        encoded.append(encoded.isEmpty() ? "" : "\r\n ")
                .append("=?UTF-8?B?")
                .append(Base64.getEncoder().encodeToString(bytes(word.toString())))
                .append("?=");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
