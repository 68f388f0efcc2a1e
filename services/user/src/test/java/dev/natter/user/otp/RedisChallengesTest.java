package dev.natter.user.otp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.user.account.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisChallengesTest {

    @ParameterizedTest
    @ValueSource(strings = {"ada", "a{b}c", "{}a", "a}b", "a{b", "}{", "{a}{b}", "a%7bb"})
    void allKeysOfAnAddressAreInOneSlotOfACluster(String localPart) {
        var email = EmailAddress.of(localPart + "@example.com");
        var key = RedisChallenges.key(email);

        assertThat(slot(RedisChallenges.wrongTriesKey(email, Optional.empty()))).isEqualTo(slot(key));
        assertThat(slot(RedisChallenges.wrongTriesKey(email, Optional.of("laptop"))))
                .isEqualTo(slot(key));
    }

    @Test
    void theKeyIsTheOneOfTheContract() {
        assertThat(RedisChallenges.key(EmailAddress.of("Ada@example.com"))).isEqualTo("otp:ada@example.com");
    }

    @Test
    void twoAddressesHaveTwoKeys() {
        assertThat(RedisChallenges.key(EmailAddress.of("a{b@example.com")))
                .isNotEqualTo(RedisChallenges.key(EmailAddress.of("a%7Bb@example.com")));
    }

    @Test
    void slotsAreAsRedisHasThem() {
        assertThat(slot("123456789")).isEqualTo(0x31C3 % 16_384);
    }

    /** The Redis Cluster specification: CRC16 (XMODEM) of what is in the first braces, if there is something, or of all. */
    private static int slot(String key) {
        var open = key.indexOf('{');
        var close = open < 0 ? -1 : key.indexOf('}', open + 1);
        var tag = close > open + 1 ? key.substring(open + 1, close) : key;
        var crc = 0;
        for (var octet : tag.getBytes(StandardCharsets.UTF_8)) {
            crc ^= (octet & 0xff) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
            }
            crc &= 0xffff;
        }
        return crc % 16_384;
    }
}
