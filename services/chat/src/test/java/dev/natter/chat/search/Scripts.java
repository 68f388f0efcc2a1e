package dev.natter.chat.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Words of many scripts, of which it is known what they are when nothing counts that search ignores: each letter is a list of
 * ways to write it.
 */
final class Scripts {

    /** Words are written with spaces: what is searched begins a word. */
    private static final List<List<List<String>>> SPACED = List.of(
            List.of(
                    List.of("a", "A", "á", "Ä", "a\u0301", "ａ", "Ａ", "ạ\u0302"),
                    List.of("i", "I", "İ", "ı", "î", "ｉ", "i\u0307"),
                    List.of("s", "S", "ş", "Ｓ", "s\u0323"),
                    List.of("t", "T", "ț"),
                    List.of("1", "１", "①", "¹")),
            List.of(List.of("σ", "ς", "Σ"), List.of("α", "ά", "Α", "Ά"), List.of("ο", "ό", "Ο\u0301")),
            List.of(List.of("е", "Е", "ё", "Ё"), List.of("ж", "Ж"), List.of("к", "К")),
            List.of(
                    List.of("ا", "أ", "إ", "آ", "اَ", "ٱ"),
                    List.of("ب", "بِ", "بـ", "بّ", "ﺑ"),
                    List.of("ي", "ى", "ی", "يْ")),
            List.of(List.of("ש", "שׁ", "\uFB2A"), List.of("ל", "לָ"), List.of("ו", "וֹ", "וּ")),
            List.of(List.of("क"), List.of("ख"), List.of("कि"), List.of("की"), List.of("क़", "\u0958"), List.of("न्")));

    /** Without: any part of a text is found. */
    private static final List<List<List<String>>> UNSPACED = List.of(
            List.of(List.of("手"), List.of("机"), List.of("中"), List.of("國"), List.of("𠮷")),
            List.of(
                    List.of("カ", "ｶ"),
                    List.of("ガ", "ｶﾞ", "カ\u3099"),
                    List.of("ル", "ﾙ"),
                    List.of("た"),
                    List.of("だ", "た\u3099")),
            List.of(List.of("하", "\u1112\u1161"), List.of("한", "\u1112\u1161\u11AB"), List.of("세"), List.of("요")),
            List.of(List.of("ก"), List.of("า"), List.of("ที่"), List.of("นี้"), List.of("เ")),
            List.of(List.of("😀"), List.of("👍"), List.of("❤", "❤\uFE0F")));

    private static final List<String> GAPS =
            List.of(" ", "  ", "\n", "\u00A0", "\u3000", ", ", ". ", " - ", "/", "،", "。", "(", " «", "!");

    private final Random random;

    Scripts(Random random) {
        this.random = random;
    }

    /** Which letters, of which alphabet. */
    record Word(boolean isSpaced, List<List<String>> letters) {

        /** As a searched word it finds the other one. */
        boolean finds(Word other) {
            var size = letters.size();
            var most = isSpaced ? 0 : other.letters.size() - size;
            for (var at = 0; at <= Math.min(most, other.letters.size() - size); at++) {
                if (plain(other.letters.subList(at, at + size)).equals(plain(letters))) {
                    return true;
                }
            }
            // What ends within a letter that has marks of its own, as क begins कि.
            return isSpaced && plain(other.letters).startsWith(plain(letters));
        }

        private static String plain(List<List<String>> letters) {
            return letters.stream().map(ways -> ways.get(0)).collect(Collectors.joining());
        }
    }

    Word wireName() {
        var isSpaced = random.nextInt(3) > 0;
        var alphabets = isSpaced ? SPACED : UNSPACED;
        var alphabet = alphabets.get(random.nextInt(alphabets.size()));
        var letters = new ArrayList<List<String>>();
        for (var count = 1 + random.nextInt(5); count > 0; count--) {
            letters.add(alphabet.get(random.nextInt(alphabet.size())));
        }
        return new Word(isSpaced, letters);
    }

    List<Word> words(int most) {
        var words = new ArrayList<Word>();
        for (var count = 1 + random.nextInt(most); count > 0; count--) {
            words.add(wireName());
        }
        return words;
    }

    /** A part of one of these words that finds it, or any word. */
    Word sought(List<Word> among) {
        if (random.nextInt(4) == 0) {
            return wireName();
        }
        var word = among.get(random.nextInt(among.size()));
        var from = word.isSpaced() ? 0 : random.nextInt(word.letters().size());
        var to = from + 1 + random.nextInt(word.letters().size() - from);
        return new Word(word.isSpaced(), word.letters().subList(from, to));
    }

    /** Written in one way of many. */
    String write(List<Word> words, boolean isQuery) {
        var text = new StringBuilder();
        for (var word : words) {
            if (!text.isEmpty()) {
                text.append(isQuery ? " " : GAPS.get(random.nextInt(GAPS.size())));
            }
            word.letters().forEach(ways -> text.append(ways.get(random.nextInt(ways.size()))));
        }
        return text.toString();
    }
}
