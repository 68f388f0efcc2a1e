package dev.natter.user.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtpPepperTest {

    private static OtpPepper pepper(int filledWith) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) filledWith);
        return OtpPepper.of(Base64.getEncoder().encodeToString(bytes));
    }

    @Test
    void aHashIsOfOneCodeForOneChallengeOfOneAddressUnderOneKey() {
        var hash = pepper(1).hash("ada@example.com", "c1", "123456");

        assertThat(hash)
                .hasSize(64)
                .isEqualTo(pepper(1).hash("ada@example.com", "c1", "123456"))
                .isNotEqualTo(pepper(2).hash("ada@example.com", "c1", "123456"))
                .isNotEqualTo(pepper(1).hash("bob@example.com", "c1", "123456"))
                .isNotEqualTo(pepper(1).hash("ada@example.com", "c2", "123456"))
                .isNotEqualTo(pepper(1).hash("ada@example.com", "c1", "123457"))
                .isNotEqualTo(pepper(1).hash("ada@example.comc", "1", "123456"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64 but long enough to be one !!!!!!!!!!!!!!"})
    void aWeakSecretIsRefusedWithoutRepeatingIt(String setting) {
        assertThatThrownBy(() -> OtpPepper.of(setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be base64 of at least 32 random bytes")
                .hasNoCause();
    }
}
