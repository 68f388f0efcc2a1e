package dev.natter.user.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.user.account.EmailAddress;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTokensTest {

    private static final EmailAddress ADA = EmailAddress.of("ada@example.com");
    private static final EmailAddress BOB = EmailAddress.of("bob@example.com");

    private final SecureRandom random = new SecureRandom();

    @Test
    void aTokenIsGoodForItsOwnAddressAlone() {
        var tokens = DeviceTokens.NONE.renewed(ADA, null, random);

        assertThat(tokens.hashes(ADA)).hasSize(1).doesNotContainAnyElementsOf(tokens.hashes(BOB));
    }

    @Test
    void aTokenIsReplacedAndThoseOfOtherAccountsStay() {
        var first = DeviceTokens.NONE.renewed(ADA, null, random);
        var both = first.renewed(BOB, null, random);

        var renewed = both.renewed(ADA, first.hashes(ADA).get(0), random);

        assertThat(renewed.hashes(ADA)).doesNotContain(first.hashes(ADA).get(0));
        assertThat(renewed.hashes(BOB)).contains(both.hashes(BOB).get(0)).hasSize(2);
    }

    @Test
    void aBrowserStaysKnownToTheLatestFive() {
        var tokens = DeviceTokens.NONE;
        for (int i = 0; i < 10; i++) {
            tokens = tokens.renewed(EmailAddress.of("p" + i + "@example.com"), null, random);
        }

        assertThat(tokens.hashes(ADA)).hasSize(5);
        assertThat(DeviceTokens.of(tokens.text()).hashes(ADA)).isEqualTo(tokens.hashes(ADA));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a",
                "....................................",
                "{\"$ne\":\"\"}",
                "aaaaaaaaaaaaaaaaaaaaa\u00e4"
            })
    void whatIsNoTokenIsNone(String cookie) {
        assertThat(DeviceTokens.of(cookie).isEmpty()).isTrue();
        assertThat(DeviceTokens.of(null).isEmpty()).isTrue();
    }

    @Test
    void aLongCookieIsReadNoFurtherThanFive() {
        assertThat(DeviceTokens.of("abcdefghijklmnopqrstuv.".repeat(600)).hashes(ADA))
                .hasSize(5);
    }

    @Test
    void tokensAreNotShown() {
        var tokens = DeviceTokens.NONE.renewed(ADA, null, random);

        assertThat(tokens.toString()).doesNotContain(tokens.text());
    }
}
