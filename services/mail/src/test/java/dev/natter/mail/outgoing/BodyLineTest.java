package dev.natter.mail.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyLineTest {

    @Test
    void theCodeIsALineOfExactlySixDigits() {
        assertThat(BodyLine.of("Hello,\r\n\n012345\nBye"))
                .containsExactly(
                        new BodyLine("Hello,", false, false),
                        new BodyLine("", false, false),
                        new BodyLine("012345", true, false),
                        new BodyLine("Bye", false, false));
    }

    @Test
    void aLinkIsALineOfNothingElse() {
        assertThat(
                        BodyLine.of(
                                "https://natter.example/join/1?a=b#c\n> https://natter.example\nhttps://natter.example .\njavascript:x"))
                .extracting(BodyLine::link)
                .containsExactly(true, false, false, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "1234567", "123 456", " 123456", "123456.", "１２３４５６", "abcdef"})
    void nothingElseIsACode(String text) {
        assertThat(BodyLine.of(text)).containsExactly(new BodyLine(text, false, false));
    }
}
