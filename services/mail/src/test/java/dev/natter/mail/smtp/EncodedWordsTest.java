package dev.natter.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedWordsTest {

    @Test
    void leavesAloneWhatIsPlain() {
        assertThat(EncodedWords.encode("482913 is your Natter code")).isEqualTo("482913 is your Natter code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dein Code für Natter: 482913",
                "🔐 482913",
                "🔐🔐🔐🔐🔐🔐🔐🔐🔐🔐🔐🔐🔐🔐🔐🔐🔐🔐🔐🔐🔐🔐🔐🔐",
                "Код подтверждения для входа в Natter, который никому нельзя показывать: 482913",
                "=?UTF-8?Q?not_what_it_seems?="
            })
    void encodesEverythingElseSoThatReadersGetItBack(String text) throws UnsupportedEncodingException {
        var encoded = EncodedWords.encode(text);

        assertThat(MimeUtility.decodeText(MimeUtility.unfold(encoded))).isEqualTo(text);
        assertThat(encoded.split("\r\n ")).allSatisfy(word -> assertThat(word).matches("[!-~]{1,75}"));
    }
}
