package dev.natter.chat.search;

import dev.natter.web.Folding;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text as search sees it: folded letters, the places where a searched word may begin, and where each letter is in the
 * original. Some punctuation inside a word is optional ("O'Brien" is found by obrien, o'brien and brien). In scripts that do not
 * separate words, in Korean, and for symbols such as emoji, a searched word may begin at any letter.
 */
final class SearchText {

    /** Letters of a term at most; of a longer word the rest is compared in the text. Bounds what a text with many starts adds. */
    private static final int MAX_TERM = 12;

    /** Terms in scripts that do not separate words are pairs of letters. */
    private static final int UNSPACED_TERM = 2;

    /** Punctuation that is optional inside of a word: O'Brien, example.com, 12:30, snake_case and the like. */
    private static final String JOINERS = "'\u2018\u2019`.:_\u00B7\u2027\u05F3\u05F4\"";

    /** Between words; no letter. */
    private static final int SEPARATOR = 0;

    /** Folded texts of the characters of the basic plane that stand alone, which is nearly every one. */
    private static final @Nullable String[] FOLDED = new String[Character.MAX_VALUE + 1];

    private final boolean isQuery;
    private final BitSet starts = new BitSet();
    private int[] letters;
    /** Of each letter, the character in the original with which it begins, and the one behind it. */
    private int[] from;

    private int[] to;
    private int length;
    private boolean isBoundary = true;
    private boolean isBehindUnspaced;

    private SearchText(String original, boolean isQuery) {
        this.isQuery = isQuery;
        var capacity = original.length() + 8;
        this.letters = new int[capacity];
        this.from = new int[capacity];
        this.to = new int[capacity];
        var at = 0;
        while (at < original.length()) {
            var end = at + Character.charCount(original.codePointAt(at));
            while (end < original.length() && continues(original.codePointAt(end))) {
                end += Character.charCount(original.codePointAt(end));
            }
            add(folded(original, at, end), at, end);
            at = end;
        }
    }

    static SearchText of(String original) {
        return new SearchText(original, false);
    }

    /** The words to search for; none when the query has no letter, digit or symbol. */
    static List<SearchWord> query(String query) {
        var text = new SearchText(query, true);
        var words = new ArrayList<SearchWord>();
        var at = 0;
        while (at < text.length) {
            var end = text.endOfWord(at);
            if (end > at) {
                words.add(new SearchWord(Arrays.copyOfRange(text.letters, at, end), text.prefixes(at, end)));
            }
            at = end + 1;
        }
        return words;
    }

    /** What combines with the character before it, or is invisible. */
    private static boolean continues(int character) {
        return character >= 0x0300
                && (Folding.isMark(character)
                        || Folding.continuesSyllable(character)
                        || character == 0xFF9E
                        || character == 0xFF9F
                        || Character.getType(character) == Character.FORMAT);
    }

    private static String folded(String original, int start, int end) {
        if (end - start > 1) {
            return composed(original.substring(start, end));
        }
        var character = original.charAt(start);
        var known = FOLDED[character];
        if (known == null) {
            known = composed(String.valueOf(character));
            FOLDED[character] = known;
        }
        return known;
    }

    /** Composed again, so that a Korean syllable is one letter. */
    private static String composed(String character) {
        return Normalizer.normalize(Folding.fold(character), Normalizer.Form.NFC);
    }

    private void add(String folded, int start, int end) {
        for (var at = 0; at < folded.length(); at += Character.charCount(folded.codePointAt(at))) {
            var letter = folded.codePointAt(at);
            if (JOINERS.indexOf(letter) >= 0 && !isBehindUnspaced) {
                isBoundary |= !isQuery;
            } else if (isSeparator(letter)) {
                separate();
            } else {
                append(letter, start, end);
            }
        }
    }

    private void separate() {
        if (length > 0 && letters[length - 1] != SEPARATOR) {
            put(SEPARATOR, 0, 0);
        }
        isBoundary = true;
        isBehindUnspaced = false;
    }

    private void append(int letter, int start, int end) {
        if (isBoundary || !Folding.isMark(letter)) {
            var isUnspaced = isUnspaced(letter);
            if (isBoundary || isUnspaced || isBehindUnspaced) {
                starts.set(length);
            }
            isBehindUnspaced = isUnspaced;
            isBoundary = false;
        }
        put(letter, start, end);
    }

    private void put(int letter, int start, int end) {
        if (length == letters.length) {
            letters = Arrays.copyOf(letters, 2 * length);
            from = Arrays.copyOf(from, 2 * length);
            to = Arrays.copyOf(to, 2 * length);
        }
        letters[length] = letter;
        from[length] = start;
        to[length] = end;
        length++;
    }

    private static boolean isSeparator(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.DASH_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> character == '`';
        };
    }

    private static boolean isUnspaced(int letter) {
        return switch (Character.getType(letter)) {
            case Character.OTHER_SYMBOL, Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL ->
                true;
            default ->
                letter >= 0x0E00
                        && (Folding.isUnspaced(letter)
                                || Character.UnicodeScript.of(letter) == Character.UnicodeScript.HANGUL);
        };
    }

    private int endOfWord(int at) {
        var end = at;
        while (end < length && letters[end] != SEPARATOR) {
            end++;
        }
        return end;
    }

    /** What is indexed of this text: for each place where a searched word may begin, the letters from there to the end of the word. */
    Set<String> terms() {
        var terms = new LinkedHashSet<String>();
        for (var start = starts.nextSetBit(0); start >= 0; start = starts.nextSetBit(start + 1)) {
            terms.add(term(start, endOfWord(start)));
        }
        return terms;
    }

    private String term(int start, int end) {
        var size = isUnspaced(letters[start]) ? UNSPACED_TERM : MAX_TERM;
        return new String(letters, start, Math.min(size, end - start));
    }

    /** Of the starts in a searched word: each begins a term of every text that has the word. */
    private Set<String> prefixes(int begin, int end) {
        var prefixes = new HashSet<String>();
        for (var start = starts.nextSetBit(begin); start >= 0 && start < end; start = starts.nextSetBit(start + 1)) {
            prefixes.add(term(start, end));
        }
        return prefixes;
    }

    /**
     * The ranges of the original that the words match, ascending and disjoint, each from its first UTF-16 code unit to the one
     * behind it; null unless the text has every word.
     */
    @Nullable List<List<Integer>> highlights(Collection<SearchWord> words) {
        var ranges = new ArrayList<List<Integer>>();
        for (var word : words) {
            var before = ranges.size();
            for (var start = starts.nextSetBit(0); start >= 0; start = starts.nextSetBit(start + 1)) {
                if (word.isAt(letters, start, length)) {
                    ranges.add(List.of(from[start], to[start + word.letters.length - 1]));
                }
            }
            if (ranges.size() == before) {
                return null;
            }
        }
        return merged(ranges);
    }

    private static List<List<Integer>> merged(List<List<Integer>> ranges) {
        ranges.sort(Comparator.comparing(range -> range.get(0)));
        var merged = new ArrayList<List<Integer>>();
        for (var range : ranges) {
            var last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && range.get(0) <= last.get(1)) {
                merged.set(merged.size() - 1, List.of(last.get(0), Math.max(last.get(1), range.get(1))));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }

    /** A folded word to search for. */
    static final class SearchWord {

        private final int[] letters;
        private final Set<String> prefixes;

        private SearchWord(int[] letters, Set<String> prefixes) {
            this.letters = letters;
            this.prefixes = Set.copyOf(prefixes);
        }

        /** Every text with this word has a term that begins with each of them. */
        Set<String> prefixes() {
            return prefixes;
        }

        private boolean isAt(int[] text, int start, int end) {
            return start + letters.length <= end
                    && Arrays.equals(letters, 0, letters.length, text, start, start + letters.length);
        }
    }
}
