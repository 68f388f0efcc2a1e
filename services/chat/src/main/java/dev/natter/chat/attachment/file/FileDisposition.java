package dev.natter.chat.attachment.file;

import java.nio.charset.StandardCharsets;

/** The header that makes a browser save a file under its name (RFC 6266, RFC 8187). */
public final class FileDisposition {

    private static final String ATTR_CHARS = "!#$&+-.^_`|~";
    private static final int SPACE = 0x20;
    private static final int DELETE = 0x7F;

    private FileDisposition() {}

    public static String of(String name) {
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii(name), encoded(name));
    }

    /** For clients that do not know the other parameter; without what they read in different ways. */
    private static String ascii(String name) {
        var ascii = new StringBuilder();
        name.codePoints()
                .map(point ->
                        point >= SPACE && point < DELETE && point != '"' && point != '\\' && point != '%' ? point : '_')
                .forEach(ascii::appendCodePoint);
        return ascii.toString();
    }

    private static String encoded(String name) {
        var encoded = new StringBuilder();
        for (var octet : name.getBytes(StandardCharsets.UTF_8)) {
            var character = (char) (octet & 0xFF);
            if (isAttrChar(character)) {
                encoded.append(character);
            } else {
                encoded.append('%').append("%02X".formatted((int) character));
            }
        }
        return encoded.toString();
    }

    private static boolean isAttrChar(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || ATTR_CHARS.indexOf(character) >= 0;
    }
}
