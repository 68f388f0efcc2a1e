package dev.natter.chat.attachment.file;

import dev.natter.web.ShownText;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** The name of a file as it is shown and saved. */
public final class FileName {

    private static final int MAX_BYTES = 255;
    /** A longer end is no extension. */
    private static final int MAX_EXTENSION = 32;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int ASCII = 0x80;
    private static final String NAMELESS = "file";

    private FileName() {}

    /**
     * The name without what could lead out of a folder, hide the file, or change how the name looks: path separators, control,
     * direction and invisible characters, leading dots, and dots and spaces at the end. Composed (NFC), at most 255 bytes of
     * UTF-8, cut before the extension. {@code file} when nothing visible is left.
     */
    public static String of(String typed) {
        var name = trim(Normalizer.normalize(withoutHarm(typed), Normalizer.Form.NFC));
        var cut = trim(cut(name));
        return ShownText.isBlank(cut) ? NAMELESS : cut;
    }

    private static String withoutHarm(String typed) {
        var points = typed.codePoints().toArray();
        var name = new StringBuilder();
        for (var at = 0; at < points.length; at++) {
            if (isKept(points, at)) {
                name.appendCodePoint(points[at]);
            }
        }
        return name.toString();
    }

    private static boolean isKept(int[] points, int at) {
        var point = points[at];
        if (point == '/' || point == '\\' || ShownText.isHarmful(point)) {
            return false;
        }
        return Character.getType(point) != Character.FORMAT || joinsLetters(points, at);
    }

    /** Words of some scripts, and emoji, are written with joiners; between ASCII letters they only deceive. */
    private static boolean joinsLetters(int[] points, int at) {
        return (points[at] == ZERO_WIDTH_JOINER || points[at] == ZERO_WIDTH_NON_JOINER)
                && at > 0
                && at + 1 < points.length
                && isOfAnotherScript(points[at - 1])
                && isOfAnotherScript(points[at + 1]);
    }

    private static boolean isOfAnotherScript(int point) {
        return point >= ASCII && Character.getType(point) != Character.FORMAT;
    }

    private static String trim(String name) {
        var start = 0;
        var end = name.length();
        while (start < end && isDotOrSpace(name.charAt(start))) {
            start++;
        }
        while (end > start && isDotOrSpace(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(start, end);
    }

    private static boolean isDotOrSpace(char character) {
        return character == '.' || Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static String cut(String name) {
        if (bytes(name) <= MAX_BYTES) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var extension = dot > 0 && bytes(name.substring(dot)) <= MAX_EXTENSION ? name.substring(dot) : "";
        return first(name, MAX_BYTES - bytes(extension)) + extension;
    }

    /** As many code points as fit. */
    private static String first(String name, int maxBytes) {
        var end = 0;
        var bytes = 0;
        while (end < name.length()) {
            var next = name.offsetByCodePoints(end, 1);
            bytes += bytes(name.substring(end, next));
            if (bytes > maxBytes) {
                break;
            }
            end = next;
        }
        return name.substring(0, end);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
