package dev.natter.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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

    /** The web app searches its list by the same table. */
    private static Stream<Arguments> searches(String kind) throws IOException {
        try (var table = FoldedNameTest.class.getResourceAsStream("/name-search.json")) {
            var searches = new ObjectMapper().readTree(table).get(kind);
            return StreamSupport.stream(searches.spliterator(), false)
                    .map(each -> Arguments.of(
                            each.get("query").asText(), each.get("name").asText()));
        }
    }

    private static Stream<Arguments> found() throws IOException {
        return searches("found");
    }

    private static Stream<Arguments> notFound() throws IOException {
        return searches("notFound");
    }

    @ParameterizedTest
    @MethodSource("found")
    void isFound(String query, String name) {
        assertThat(finds(query, name)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("notFound")
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
