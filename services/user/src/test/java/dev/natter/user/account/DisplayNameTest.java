package dev.natter.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natter.web.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {

    @ParameterizedTest
    @CsvSource({
        "Ada, Ada",
        "'  Ada Lovelace \t', Ada Lovelace",
        "A, A",
        "Zoe\u0308, Zoë",
        "李小龍, 李小龍",
        "محمد, محمد",
        "👩‍👩‍👧, 👩‍👩‍👧",
        "<script>alert(1)</script>, <script>alert(1)</script>"
    })
    void aNameIsTakenAsItIsButForTheSpaceAroundIt(String typed, String name) {
        assertThat(DisplayName.of(typed).value()).isEqualTo(name);
    }

    @Test
    void lengthIsCountedInCharactersNotInUnits() {
        assertThat(DisplayName.of("😀".repeat(50)).value()).hasSize(100);
        assertThat(DisplayName.of(" " + "a".repeat(50) + " ").value()).hasSize(50);
        isRefused("😀".repeat(51));
        isRefused("a".repeat(51));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\u3000",
                "\u200b",
                "\u200b\u200d",
                "\u3164",
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
    void whatCannotBeSeenOrDisturbsTheTextAroundIsRefused(String typed) {
        isRefused(typed);
    }

    @Test
    void noNameIsNoName() {
        isRefused(null);
    }

    @Test
    void whoHasNotSaidIsCalledAfterHisAddress() {
        assertThat(DisplayName.from(EmailAddress.of("ada.l@example.com")).value())
                .isEqualTo("ada.l");
        assertThat(DisplayName.from(EmailAddress.of("a".repeat(64) + "@example.com"))
                        .value())
                .hasSize(50);
    }

    private static void isRefused(String typed) {
        assertThatThrownBy(() -> DisplayName.of(typed)).isInstanceOfSatisfying(ApiException.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.errors()).singleElement().hasFieldOrPropertyWithValue("field", "name");
        });
    }
}
