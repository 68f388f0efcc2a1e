package dev.natter.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedNameTest {

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
        "李, 李"
    })
    void caseAndAccentsDoNotCount(String name, String folded) {
        assertThat(FoldedName.of(name).value()).isEqualTo(folded);
    }

    @Test
    void aFoldedBeginningIsTheBeginningOfTheFoldedName() {
        for (var name : new String[] {"Ada Lovelace", "ΟΔΥΣΣΕΥΣ", "Éric Öz", "Straße", "😀 Smile"}) {
            var whole = FoldedName.of(name).value();
            for (int end = 1; end <= name.codePointCount(0, name.length()); end++) {
                var prefix = FoldedName.of(name.substring(0, name.offsetByCodePoints(0, end)));
                assertThat(whole).startsWith(prefix.value());
                assertThat(prefix.end()).get().asString().isGreaterThan(whole);
            }
        }
    }

    @Test
    void theEndOfARangeIsRightBehindIt() {
        assertThat(new FoldedName("ad").end()).contains("ae");
        assertThat(new FoldedName("a\ud7ff").end()).contains("a\ue000");
        assertThat(new FoldedName("😀").end()).contains("😁");
        assertThat(new FoldedName(Character.toString(Character.MAX_CODE_POINT)).end())
                .isEmpty();
    }
}
