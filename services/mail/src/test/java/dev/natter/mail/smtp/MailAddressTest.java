package dev.natter.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"ada@example.com", "a.b+tag@mail.example.co", "o'hara@example.com", "x@localhost", "a@1.example"
            })
    void acceptsADotAtomAtADomain(String text) {
        assertThat(MailAddress.of(text))
                .hasValueSatisfying(address -> assertThat(address.addrSpec()).isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "ada",
                "ada@",
                "@example.com",
                "a..b@example.com",
                ".a@example.com",
                "a b@example.com",
                "a@b@example.com",
                "\"a\"@example.com",
                "a(b)@example.com",
                "<a@example.com>",
                "a@-example.com",
                "a@exa_mple.com",
                "a@[127.0.0.1]",
                "a@example.com\n",
                "a\u0000@example.com"
            })
    void rejectsEverythingElse(String text) {
        assertThat(MailAddress.of(text)).isEmpty();
    }

    @Test
    void rejectsWhatExceedsTheLengthsOfSmtp() {
        assertThat(MailAddress.of("x".repeat(64) + "@example.com")).isPresent();
        assertThat(MailAddress.of("x".repeat(65) + "@example.com")).isEmpty();
        assertThat(MailAddress.of("x@" + "abcdefghi.".repeat(26) + "com")).isEmpty();
    }

    @Test
    void isMaskedInItsText() {
        assertThat(MailAddress.of("ada.lovelace@example.com").orElseThrow()).hasToString("a***@example.com");
    }
}
