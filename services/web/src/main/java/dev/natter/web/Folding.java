package dev.natter.web;

import java.text.Normalizer;
import java.util.Map;
import java.util.Set;

/**
 * Folds text for search: texts that differ only in case, accents, width, vowel points or the way in which a letter is typed
 * become equal. Marks that are letters of their own stay, such as the vowel signs of Hindi.
 */
public final class Folding {

    /** Scripts whose marks are accents, vowel points and the like; in other scripts marks are letters of their own. */
    private static final Set<Character.UnicodeScript> ACCENTED = Set.of(
            Character.UnicodeScript.INHERITED,
            Character.UnicodeScript.LATIN,
            Character.UnicodeScript.GREEK,
            Character.UnicodeScript.CYRILLIC,
            Character.UnicodeScript.ARABIC,
            Character.UnicodeScript.HEBREW);

    /** The voicing marks of Kana, which make a different letter. */
    private static final Set<Integer> VOICING = Set.of(0x3099, 0x309A);

    private static final Set<Character.UnicodeScript> UNSPACED = Set.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.BOPOMOFO,
            Character.UnicodeScript.THAI,
            Character.UnicodeScript.LAO,
            Character.UnicodeScript.KHMER,
            Character.UnicodeScript.MYANMAR);

    /** Letters that Unicode does not decompose, with their usual replacements. */
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ŧ', "t"),
            Map.entry((int) 'ŋ', "n"),
            Map.entry((int) 'ٱ', "ا"),
            Map.entry((int) 'ى', "ي"),
            Map.entry((int) 'ی', "ي"),
            Map.entry((int) 'ک', "ك"),
            Map.entry((int) 'ة', "ه"),
            Map.entry((int) 'ـ', ""));

    private Folding() {}

    /** The folded text, decomposed (NFKD). */
    public static String fold(String text) {
        var folded = new StringBuilder(text.length());
        // Upper before lower, letter by letter: Greek final sigma and dotless i fold to the same letter as elsewhere.
        Normalizer.normalize(text.replace('´', '\''), Normalizer.Form.NFKD)
                .codePoints()
                .map(Character::toUpperCase)
                .map(Character::toLowerCase)
                .filter(character -> !isAccent(character) && Character.getType(character) != Character.FORMAT)
                .forEach(character -> folded.append(LETTERS.getOrDefault(character, Character.toString(character))));
        return folded.toString();
    }

    private static boolean isAccent(int character) {
        return isMark(character)
                && ACCENTED.contains(Character.UnicodeScript.of(character))
                && !VOICING.contains(character);
    }

    /** Whether it combines with the letter before it. */
    public static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** Whether its script does not separate words. */
    public static boolean isUnspaced(int character) {
        return UNSPACED.contains(Character.UnicodeScript.of(character));
    }

    /** Whether it is part of a Korean syllable behind its leading consonant, in decomposed text. */
    public static boolean continuesSyllable(int character) {
        return (character >= 0x1160 && character <= 0x11FF) || (character >= 0xD7B0 && character <= 0xD7FF);
    }
}
