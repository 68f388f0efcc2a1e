package dev.natter.user.account;

import dev.natter.web.Refusal;
import java.text.Normalizer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is called: 1 to 50 characters that can be seen and that leave the text around them alone (no control
 * characters, no line breaks, none that turn the direction of writing).
 */
public record DisplayName(String value) {

    static final int MAX_LENGTH = 50;

    /** The marks, embeddings, overrides and isolates of the bidirectional algorithm (UAX 9). */
    private static final Set<Integer> BIDI =
            Set.of(0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069);

    /** Letters and symbols to Unicode, and blank to the eye: Hangul fillers and the empty Braille cell. */
    private static final Set<Integer> BLANK = Set.of(0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0);

    /** The name that somebody typed, trimmed; 400 when it is none. */
    static DisplayName of(@Nullable String typed) {
        var name = typed == null ? "" : Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        var length = name.codePointCount(0, name.length());
        if (length < 1 || length > MAX_LENGTH) {
            throw Refusal.malformed("name", "must have 1 to 50 characters");
        }
        if (name.codePoints().anyMatch(DisplayName::isHarmful)) {
            throw Refusal.malformed("name", "must not have control characters");
        }
        if (name.codePoints().allMatch(DisplayName::isInvisible)) {
            throw Refusal.malformed("name", "must have a character that can be seen");
        }
        return new DisplayName(name);
    }

    /** What somebody is called who has not said: the local part of his address, cut to length. */
    static DisplayName from(EmailAddress email) {
        var local = email.localPart();
        return new DisplayName(local.substring(0, Math.min(local.length(), MAX_LENGTH)));
    }

    private static boolean isHarmful(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> BIDI.contains(character);
        };
    }

    private static boolean isInvisible(int character) {
        return Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT
                || BLANK.contains(character);
    }
}
