package dev.natter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTextTest {

    private static final int MAX = 50;

    @ParameterizedTest
    @CsvSource({
        "Ada, Ada",
        "'  Ada Lovelace \t', Ada Lovelace",
        "'\u00a0Ada\u3000', Ada",
        "Zoe\u0308, Zoë",
        "李小龍, 李小龍",
        "مُحَمَّد, مُحَمَّد",
        "می\u200cخواهم, می\u200cخواهم",
        "בְּרֵאשִׁ֖ית, בְּרֵאשִׁ֖ית",
        "ကြွှိုံ့, ကြွှိုံ့",
        "བསྒྲུབས, བསྒྲུབས",
        "ệ, ệ",
        "👩‍👩‍👧, 👩‍👩‍👧",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿, 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "<script>alert(1)</script>, <script>alert(1)</script>"
    })
    void isKeptButForTheSpaceAroundIt(String typed, String kept) {
        assertThat(ShownText.line("name", typed, MAX))
                .isEqualTo(java.text.Normalizer.normalize(kept, java.text.Normalizer.Form.NFC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\u2800",
                "\u200b",
                "\u200b\u200d",
                "\u3164",
                "\u00a0",
                "\ufeff",
                "\u200d\ufe0f",
                "\ufe0f",
                "\u00ad",
                "\u034f",
                "\u115f\u1160",
                "\u17b4",
                "\u180b",
                "\u2060",
                "\uffa0",
                "\udb40\udc20",
                "\udb40\udc41",
                "\udb40\udd00",
                "\ud834\udd59",
                "\u0000",
                "\u0085",
                "\u202e",
                " \n \u200b\t"
            })
    void whatCannotBeSeenIsBlankAndRefused(String text) {
        assertThat(ShownText.isBlank(text)).isTrue();
        isRefused(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u200ba", "👍", "\u0301a", "۰", "-"})
    void whatCanBeSeenIsNotBlank(String text) {
        assertThat(ShownText.isBlank(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada\u0000",
                "Ada\nEve",
                "Ada\rEve",
                "Ada\u2028Eve",
                "Ada\u202eevE",
                "Ada\u2066Eve",
                "\u200fAda",
                "Ada\u0085Eve",
                "Ada\u001b[31m",
                "Ada\ud83d"
            })
    void whatDisturbsTheTextAroundIsRefused(String text) {
        isRefused(text);
    }

    @Test
    void marksAreNotStacked() {
        assertThat(ShownText.line("name", "x" + "\u0316".repeat(4), MAX)).hasSize(5);
        isRefused("x" + "\u0316".repeat(5));
        isRefused("A" + "\u0347\u0316\u0300\u0489".repeat(12));
        isRefused("א" + "\u05b0".repeat(9));
    }

    @Test
    void lengthIsCountedInCharactersNotInUnits() {
        assertThat(ShownText.line("name", "😀".repeat(MAX), MAX)).hasSize(2 * MAX);
        isRefused("😀".repeat(MAX + 1));
        isRefused(null);
    }

    private static void isRefused(String text) {
        assertThatThrownBy(() -> ShownText.line("name", text, MAX))
                .isInstanceOfSatisfying(ApiException.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(400);
                    assertThat(refusal.errors()).singleElement().hasFieldOrPropertyWithValue("field", "name");
                });
    }
}
