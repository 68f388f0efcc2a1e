package dev.natter.mail.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {

    @Test
    void theCodeIsALineOfExactlySixDigits() {
        assertThat(Line.of("Hello,\r\n\n012345\nBye"))
                .containsExactly(
                        new Line("Hello,", false),
                        new Line("", false),
                        new Line("012345", true),
                        new Line("Bye", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "1234567", "123 456", " 123456", "123456.", "１２３４５６", "abcdef"})
    void nothingElseIsACode(String text) {
        assertThat(Line.of(text)).containsExactly(new Line(text, false));
    }
}
