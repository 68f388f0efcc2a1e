package dev.natter.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedNameTest {

    private static boolean finds(String query, String name) {
        var terms = FoldedName.of(name).terms();
        var words = FoldedName.of(query).words();
        return !words.isEmpty()
                && words.stream().allMatch(word -> terms.stream().anyMatch(term -> term.startsWith(word)));
    }

    @ParameterizedTest
    @CsvSource({
        "Ada, ada",
        "ÉMILE, emile",
        "Zoë, zoe",
        "Zoe\u0308, zoe",
        "İpek, ipek",
        "ıpek, ipek",
        "Ada   Lovelace, ada lovelace",
        "Ada\u00a0Lovelace, ada lovelace",
        "ΟΔΥΣΣΕΥΣ, οδυσσευσ",
        "Οδυσσεύς, οδυσσευσ",
        "Nguyễn, nguyen",
        "李, 李",
        "Jean-Luc Picard, jean luc picard",
        "!!!, !!!"
    })
    void caseAccentsAndPunctuationDoNotCount(String name, String folded) {
        assertThat(FoldedName.of(name).sortKey()).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({
        "iz, İzmir Çınar",
        "izmir, İzmir Çınar",
        "İZ, İzmir Çınar",
        "cinar, İzmir Çınar",
        "isil, Işıl Kaya",
        "ışıl, Işıl Kaya",
        "IŞIL, Işıl Kaya",
        "احمد, أحمد علي",
        "أحمد, أحمد علي",
        "علي, أحمد علي",
        "محمد, مُحَمَّد",
        "مُحَمَّد, محمد",
        "علی, علي",
        "田中, 田中花子",
        "花子, 田中花子",
        "中花, 田中花子",
        "田中x, 田中X花子",
        "x花, 田中X花子",
        "ใจดี, สมชาย ใจดี",
        "ชาย, สมชาย ใจดี",
        "o'brien, Seán O'Brien",
        "o’brien, Seán O'Brien",
        "o´brien, Seán O'Brien",
        "brien, Seán O'Brien",
        "obrien, Seán O'Brien",
        "o'brien, Sean Obrien",
        "picard, Jean-Luc Picard",
        "luc, Jean-Luc Picard",
        "jean-luc, Jean Luc Picard",
        "full, ＦＵＬＬ Ｗｉｄｔｈ",
        "ｗｉｄｔｈ, Full Width",
        "ｶﾀｶﾅ, カタカナ",
        "ђор, Ђорђе",
        "παππας, Ελένη Παππάς",
        "ΠΑΠΠΑΣ, Ελένη Παππάς",
        "fox, 🦊 Fox",
        "🦊, 🦊 Fox",
        "strasser, Straßer",
        "STRAßER, Strasser",
        "soren, Søren",
        "søren, Soren",
        "aegir, Ægir",
        "lodz, Łódź",
        "haddon, Tom Haddon",
        "haddon tom, Tom Haddon",
        "tom  haddon, Tom Haddon",
        "t h, Tom Haddon",
        "김, 김철수",
        "철수, 김철수",
        "기, 김철수",
        "की, की",
        "가, 가나",
        "work, Bob (work)",
        "(work), Bob (work)"
    })
    void isFound(String query, String name) {
        assertThat(finds(query, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "da, Ada",
        "ovelace, Ada Lovelace",
        "ada eve, Ada Lovelace",
        "की, का",
        "が, か",
        "ㅏ, 가나",
        "花田, 田中花子",
        ".*, Ada"
    })
    void isNotFound(String query, String name) {
        assertThat(finds(query, name)).isFalse();
    }

    @Test
    void theTermsOfANameAreFewAndShort() {
        for (var name :
                new String[] {"田".repeat(50), "김".repeat(50), "\ufdfa".repeat(50), "a'".repeat(25), "ก".repeat(50)}) {
            assertThat(FoldedName.of(name).terms())
                    .hasSizeLessThanOrEqualTo(64)
                    .allMatch(term -> term.codePointCount(0, term.length()) <= 100)
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0301", "\u200d"})
    void ofNothingThereAreNoWords(String text) {
        assertThat(FoldedName.of(text).isEmpty()).isTrue();
    }

    @Test
    void theBeginningsOfATermAreARange() {
        for (var name : List.of("Ada Lovelace", "ΟΔΥΣΣΕΥΣ", "Éric Öz", "Straße", "😀 Smile", "田中花子")) {
            for (var term : FoldedName.of(name).terms()) {
                for (int end = 1; end <= term.codePointCount(0, term.length()); end++) {
                    var prefix = term.substring(0, term.offsetByCodePoints(0, end));
                    assertThat(term).isGreaterThanOrEqualTo(prefix);
                    assertThat(FoldedName.behind(prefix)).get().asString().isGreaterThan(term);
                }
            }
        }
    }

    @Test
    void theEndOfARangeIsRightBehindIt() {
        assertThat(FoldedName.behind("ad")).contains("ae");
        assertThat(FoldedName.behind("a\ud7ff")).contains("a\ue000");
        assertThat(FoldedName.behind("😀")).contains("😁");
        assertThat(FoldedName.behind(Character.toString(Character.MAX_CODE_POINT)))
                .isEmpty();
    }
}
