package dev.natter.user.account;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name as search sees it: without case, accents and surplus spaces. Stored beside the name and indexed, so that a prefix is
 * a range of it and never a pattern made of what somebody typed.
 */
record FoldedName(String value) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");

    static FoldedName of(String name) {
        var folded = new StringBuilder();
        // Upper before lower, letter by letter: Greek final sigma and dotless i fold to what they are elsewhere in a
        // word.
        Normalizer.normalize(name, Normalizer.Form.NFD)
                .codePoints()
                .map(Character::toUpperCase)
                .map(Character::toLowerCase)
                .forEach(folded::appendCodePoint);
        var bare =
                MARKS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFD)).replaceAll("");
        return new FoldedName(SPACES.matcher(bare).replaceAll(" ").strip());
    }

    boolean isEmpty() {
        return value.isEmpty();
    }

    /**
     * The first text behind all those that start with this one, in the order of code points; none when there is none. (In
     * MongoDB's order, that of UTF-8 bytes, the same as the order of code points.)
     */
    Optional<String> end() {
        var last = value.codePointBefore(value.length());
        var start = value.substring(0, value.length() - Character.charCount(last));
        if (last == Character.MAX_CODE_POINT) {
            return Optional.empty();
        }
        var next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
        return Optional.of(start + Character.toString(next));
    }
}
