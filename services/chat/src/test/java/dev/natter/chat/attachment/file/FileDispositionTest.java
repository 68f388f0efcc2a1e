package dev.natter.chat.attachment.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileDispositionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Menu.pdf | Menu.pdf | Menu.pdf",
                "a b.txt | a b.txt | a%20b.txt",
                "€ für.txt | _ f_r.txt | %E2%82%AC%20f%C3%BCr.txt",
                "😀.png | _.png | %F0%9F%98%80.png",
                "a\"b;c.txt | a_b;c.txt | a%22b%3Bc.txt",
                "50%41.txt | 50_41.txt | 50%2541.txt",
                "it's (1).txt | it's (1).txt | it%27s%20%281%29.txt"
            })
    void namesTheFileForOldAndNewClients(String name, String ascii, String encoded) {
        assertThat(FileDisposition.of(name))
                .isEqualTo("attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, encoded));
    }
}
