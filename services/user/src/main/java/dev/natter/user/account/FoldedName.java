package dev.natter.user.account;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A name or query, normalised for search: without case, accents, width and punctuation, with letters that are typed in
 * several ways unified. Stored beside the name and indexed, so that a search is an index range and never a pattern of
 * user input.
 *
 * @param words the folded words of the name
 * @param terms the texts that a searched word has to be a prefix of: the words; what follows punctuation inside of
 *     them; in scripts that do not separate words, every suffix
 */
record FoldedName(List<String> words, List<String> terms) {

    /** Code points. Longer words are truncated, because index keys are bounded. */
    private static final int MAX_TERM = 100;

    /** Enough for the longest name in Chinese characters. */
    private static final int MAX_TERMS = 64;

    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s\\p{Pd}]+");

    /** Optional between the parts of one name: O'Brien, O’Brien, OBrien. */
    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}`]");

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

    private static final Set<Character.UnicodeScript> WITHOUT_SPACES = Set.of(
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

    FoldedName {
        words = List.copyOf(words);
        terms = List.copyOf(terms);
    }

    static FoldedName of(String name) {
        var words = new LinkedHashSet<String>();
        var terms = new LinkedHashSet<String>();
        SPACES.splitAsStream(fold(name)).filter(word -> !word.isEmpty()).forEach(word -> add(word, words, terms));
        return new FoldedName(
                words.stream().toList(), terms.stream().limit(MAX_TERMS).toList());
    }

    /** The sort key. */
    String sortKey() {
        return String.join(" ", words);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    private static String fold(String name) {
        var folded = new StringBuilder();
        // Upper before lower, letter by letter: Greek final sigma and dotless i fold to the same letter as elsewhere.
        Normalizer.normalize(name.replace('´', '\''), Normalizer.Form.NFKD)
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

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static void add(String raw, Set<String> words, Set<String> terms) {
        var parts =
                PUNCTUATION.splitAsStream(raw).filter(part -> !part.isEmpty()).toList();
        if (parts.isEmpty()) {
            // A name of punctuation only is its own word.
            words.add(cut(raw));
            terms.add(cut(raw));
            return;
        }
        words.add(cut(String.join("", parts)));
        for (int i = 0; i < parts.size(); i++) {
            var rest = parts.subList(i, parts.size()).stream().collect(Collectors.joining());
            starts(parts.get(i)).forEach(start -> terms.add(cut(rest.substring(start))));
        }
    }

    /** Positions of terms in a part: its beginning, and before and after each letter of a script without spaces. */
    private static List<Integer> starts(String part) {
        var starts = new ArrayList<Integer>();
        var inside = true;
        for (int i = 0; i < part.length(); i += Character.charCount(part.codePointAt(i))) {
            var character = part.codePointAt(i);
            if (i > 0 && continuesALetter(character)) {
                continue;
            }
            var separate = isWithoutSpaces(character);
            if (i == 0 || separate || !inside) {
                starts.add(i);
            }
            inside = !separate;
        }
        return starts;
    }

    /** Marks, and the letters after the leading consonant of a Korean syllable, which is decomposed here. */
    private static boolean continuesALetter(int character) {
        return isMark(character)
                || (character >= 0x1160 && character <= 0x11FF)
                || (character >= 0xD7B0 && character <= 0xD7FF);
    }

    private static boolean isWithoutSpaces(int character) {
        return WITHOUT_SPACES.contains(Character.UnicodeScript.of(character))
                || (character >= 0x1100 && character <= 0x115F)
                || (character >= 0xA960 && character <= 0xA97F);
    }

    /**
     * The smallest text after all those with this prefix, in code point order; empty if there is none. (MongoDB orders
     * by UTF-8 bytes, which is the same.)
     */
    static Optional<String> behind(String prefix) {
        var last = prefix.codePointBefore(prefix.length());
        var start = prefix.substring(0, prefix.length() - Character.charCount(last));
        if (last == Character.MAX_CODE_POINT) {
            return Optional.empty();
        }
        var next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
        return Optional.of(start + Character.toString(next));
    }

    private static String cut(String term) {
        return term.codePointCount(0, term.length()) <= MAX_TERM
                ? term
                : term.substring(0, term.offsetByCodePoints(0, MAX_TERM));
    }
}
