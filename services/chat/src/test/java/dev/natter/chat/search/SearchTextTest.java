package dev.natter.chat.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

    private static boolean finds(String query, String text) {
        var words = SearchText.query(query);
        return !words.isEmpty() && SearchText.of(text).highlights(words) != null;
    }

    @ParameterizedTest
    @CsvSource({
        "soup, Soup for lunch?",
        "lunch soup, Soup for lunch?",
        "lun, Soup for lunch?",
        "ISTANBUL, İstanbul'da",
        "istanbul, ISTANBUL",
        "ıstanbul, istanbul",
        "strasse, Die Straße",
        "STRASSE, straße",
        "cafe, Café",
        "café, cafe",
        "οδυσσευς, ΟΔΥΣΣΕΎΣ",
        "مدرسة, مَدْرَسَة",
        "محمد, محـــمد",
        "احمد, أحمد",
        "שלום, שָׁלוֹם",
        "हिन्दी, यह हिन्दी है",
        "कि, किताब",
        "ｈｅｌｌｏ, Hello",
        "hello, ｈｅｌｌｏ",
        "手机, 我的手机坏了",
        "机坏, 我的手机坏了",
        "本語, 日本語を話す",
        "ガム, ｶﾞﾑ",
        "하세, 안녕하세요",
        "ประเทศ, ในประเทศไทย",
        "obrien, O'Brien",
        "o’brien, O'Brien",
        "brien, O'Brien",
        "example.com, see https://example.com/x",
        "b@example, mail a.b@example.org",
        "12:30, at 12:30 sharp",
        "case, snake_case",
        "c++, I like C++.",
        "😀, nice😀",
        "👍, 👍🏽 ok",
        "fi, ﬁne",
        "ab, 手机ab",
        "机a, 手机ab",
        "צהל, צה״ל",
        "either or, either/or",
    })
    void findsWordsHoweverTheyAreTyped(String query, String text) {
        assertThat(finds(query, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "oup, Soup",
        "soup dinner, Soup for lunch?",
        "की, किताब",
        "कि, कीमत",
        "하, 한국",
        "か, が",
        "phone, iPhone",
        "example.org, example.com",
        "ж, шеф",
        "好世, 你好。世界",
        "eitheror, either/or",
        "बाघ, बाग",
    })
    void doesNotFindOtherWords(String query, String text) {
        assertThat(finds(query, text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?!", "...", "\u00A0", "\u0000", "\u200B", "—", "ـ"})
    void punctuationAndBlanksAreNoWords(String query) {
        assertThat(SearchText.query(query)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "lunch soup, Soup for lunch?, 'Soup,lunch'",
        "cafe, un café noir, café",
        "cafe, un cafe\u0301 noir, cafe\u0301",
        "ob, Mr. O'Brien, O'B",
        "f, ﬁne, ﬁ",
        "a, a ab b a, 'a,a,a'",
        "机, 手机机, 机机",
        "😀, x😀y, 😀",
        "محمد, قال مُحَمَّد, مُحَمَّد",
    })
    void highlightsAreSlicesOfTheText(String query, String text, String expected) {
        var highlights = SearchText.of(text).highlights(SearchText.query(query));

        assertThat(highlights)
                .extracting(range -> text.substring(range.get(0), range.get(1)))
                .containsExactly(expected.split(","));
    }

    /** Thousands of random texts are searched as by a matcher that knows what the words are. */
    @Test
    void findsWhatANaiveMatcherFinds() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var scripts = new Scripts(random);
        var found = 0;
        for (var step = 0; step < 20_000; step++) {
            var words = scripts.words(6);
            var sought = List.of(scripts.sought(words), scripts.sought(words));
            var text = scripts.write(words, false);
            var query = scripts.write(sought, true);
            var expected = sought.stream().allMatch(each -> words.stream().anyMatch(each::finds));

            assertThat(finds(query, text))
                    .as("seed %d, step %d: [%s] in [%s]", seed, step, query, text)
                    .isEqualTo(expected);
            if (expected) {
                found++;
                var terms = SearchText.of(text).terms();
                assertThat(SearchText.query(query).stream()
                                .flatMap(word -> word.prefixes().stream())
                                .toList())
                        .as("seed %d, step %d: [%s] in [%s]", seed, step, query, text)
                        .allMatch(prefix -> terms.stream().anyMatch(term -> term.startsWith(prefix)));
            }
        }
        assertThat(found).isGreaterThan(5_000);
    }
}
