package dev.natter.web;

import java.text.Normalizer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Validation of text that is displayed beside other text, such as names and group titles: it must be visible, and must
 * not change how its surroundings are drawn.
 */
public final class ShownText {

    /** Words of all scripts stay below these limits; more marks would paint over adjacent lines. */
    private static final int MAX_ACCENTS = 4;

    private static final int MAX_MARKS = 8;

    /** The marks, embeddings, overrides and isolates of the bidirectional algorithm (UAX 9). */
    private static final Set<Integer> BIDI =
            Set.of(0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069);

    /**
     * Invisible, although Unicode classifies them as letters, marks or symbols: fillers, the empty Braille cell, a null
     * note head.
     */
    private static final Set<Integer> BLANK = Set.of(
            0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164, 0xFFA0, 0x1D159);

    private ShownText() {}

    /**
     * The text as it is stored: composed (NFC), without surrounding white space. Fails with 400 for the field if
     * nothing is visible, or if it has more than {@code maxLength} code points, control characters, characters that
     * change the writing direction, or stacked marks.
     */
    public static String line(String field, @Nullable String typed, int maxLength) {
        var text = Normalizer.normalize(trim(typed == null ? "" : typed), Normalizer.Form.NFC);
        var length = text.codePointCount(0, text.length());
        if (length < 1 || length > maxLength) {
            throw ApiException.malformed(field, "must have 1 to " + maxLength + " characters");
        }
        if (text.codePoints().anyMatch(ShownText::isHarmful)) {
            throw ApiException.malformed(field, "must not have control characters");
        }
        if (isBlank(text)) {
            throw ApiException.malformed(field, "must have a character that can be seen");
        }
        if (stacksMarks(text)) {
            throw ApiException.malformed(field, "must not have more than " + MAX_ACCENTS + " marks on one letter");
        }
        return text;
    }

    /** Whether the text has no visible character. */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(ShownText::isInvisible);
    }

    private static String trim(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** White space of all kinds, no-break spaces included; all are in the basic plane. */
    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** Whether it controls, changes the writing direction, ends a line, or is half a character. */
    public static boolean isHarmful(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> BIDI.contains(character);
        };
    }

    private static boolean isInvisible(int character) {
        return isSpace(character)
                || Character.getType(character) == Character.CONTROL
                || Character.getType(character) == Character.FORMAT
                || isVariationSelector(character)
                || BLANK.contains(character);
    }

    private static boolean isVariationSelector(int character) {
        return (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
    }

    /** Accents belong to no script; marks that are stacked in syllables of other scripts do. */
    private static boolean stacksMarks(String text) {
        var accents = 0;
        var marks = 0;
        for (var character : text.codePoints().toArray()) {
            var type = Character.getType(character);
            if (type != Character.NON_SPACING_MARK && type != Character.ENCLOSING_MARK) {
                accents = 0;
                marks = 0;
                continue;
            }
            marks++;
            if (Character.UnicodeScript.of(character) == Character.UnicodeScript.INHERITED) {
                accents++;
            }
            if (accents > MAX_ACCENTS || marks > MAX_MARKS) {
                return true;
            }
        }
        return false;
    }
}
