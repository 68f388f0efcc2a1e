package dev.natter.user.account;

import dev.natter.web.Folding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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

    FoldedName {
        words = List.copyOf(words);
        terms = List.copyOf(terms);
    }

    static FoldedName of(String name) {
        var words = new LinkedHashSet<String>();
        var terms = new LinkedHashSet<String>();
        SPACES.splitAsStream(Folding.fold(name))
                .filter(word -> !word.isEmpty())
                .forEach(word -> add(word, words, terms));
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
        return Folding.isMark(character) || Folding.continuesSyllable(character);
    }

    private static boolean isWithoutSpaces(int character) {
        return Folding.isUnspaced(character)
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
