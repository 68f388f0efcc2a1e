package dev.natter.chat.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natter.web.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTextTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\"  indented\", \"  indented\"",
                "\"\t- item\\n  more\", \"\t- item\\n  more\"",
                "\"\\n \\n  first\\n\\nlast \\n \\n\", \"  first\\n\\nlast\"",
                "\"\\r\\n\\r\\n x \", \" x\"",
                "\"\u00a0x\u00a0\u3000\", \"\u00a0x\"",
                "\"x\", \"x\""
            })
    void keepsTheIndentationOfTheFirstLine(String typed, String stored) {
        assertThat(MessageText.of(unescaped(typed), false, 100)).isEqualTo(unescaped(stored));
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\r", "\r");
    }

    @ParameterizedTest
    @CsvSource({"' '", "'\u200b\u2800'", "'\n\n'", "''"})
    void ofInvisibleCharactersIsEmpty(String typed) {
        assertThat(MessageText.of(typed, true, 100)).isNull();
        assertThatThrownBy(() -> MessageText.of(typed, false, 100)).isInstanceOf(ApiException.class);
    }

    @Test
    void isCountedInCodePointsAfterTrimming() {
        assertThat(MessageText.of("🥣".repeat(5) + "  ", false, 5)).isEqualTo("🥣".repeat(5));
        assertThatThrownBy(() -> MessageText.of("🥣".repeat(6), false, 5)).isInstanceOf(ApiException.class);
    }

    @Test
    void takesNoTimeWhateverItIs() {
        var hostile = " \n".repeat(1_000_000);

        assertThat(MessageText.of(hostile + "x" + hostile, false, 5)).isEqualTo("x");
    }
}
