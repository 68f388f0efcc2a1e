package dev.natter.chat.attachment.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that were made to do harm, and names of all scripts. */
class FileNameTest {

    private static final String FAMILY = "👩\u200D👩\u200D👧.png";

    static Stream<Arguments> cleaned() {
        return Stream.of(
                Arguments.of("../../etc/passwd", "etcpasswd"),
                Arguments.of("..\\..\\boot.ini", "boot.ini"),
                Arguments.of("/absolute", "absolute"),
                Arguments.of("C:\\a\\b.txt", "C:ab.txt"),
                Arguments.of(".htaccess", "htaccess"),
                Arguments.of("...", "file"),
                Arguments.of("", "file"),
                Arguments.of(" \t\n", "file"),
                Arguments.of("/", "file"),
                Arguments.of("\u200B\u200C\u200D\uFEFF", "file"),
                Arguments.of("\u3164\u2800", "file"),
                Arguments.of("report.pdf. . ", "report.pdf"),
                Arguments.of("report.pdf\u00A0", "report.pdf"),
                Arguments.of("a\0b\r\nSet-Cookie: x.txt", "abSet-Cookie: x.txt"),
                Arguments.of("photo\u202Egpj.exe", "photogpj.exe"),
                Arguments.of("photo\u2066\u2069\u200E\u200F\u061C.jpg", "photo.jpg"),
                Arguments.of("invoice.p\u200Bd\u200Df\u2060", "invoice.pdf"),
                Arguments.of("soft\u00ADhyphen.txt", "softhyphen.txt"),
                Arguments.of("line\u2028para\u2029.txt", "linepara.txt"),
                Arguments.of("half\uD83D.txt", "half.txt"),
                Arguments.of("tag\uDB40\uDC41.txt", "tag.txt"));
    }

    @ParameterizedTest
    @MethodSource("cleaned")
    void leavesOutWhatDoesHarm(String typed, String name) {
        assertThat(FileName.of(typed)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Menu.pdf",
                "Speisekarte für Müller.pdf",
                "قائمة الطعام.pdf",
                "תפריט.pdf",
                "मेनू.pdf",
                "菜单.pdf",
                "メニュー.pdf",
                "메뉴.pdf",
                "می\u200Cخواهم.txt",
                FAMILY,
                "a \"quoted\" 100% name;.txt",
                "archive.tar.gz"
            })
    void leavesOtherNamesAsTheyAre(String name) {
        assertThat(FileName.of(name)).isEqualTo(name);
    }

    @Test
    void isComposed() {
        var decomposed = Normalizer.normalize("Müller.txt", Normalizer.Form.NFD);

        assertThat(FileName.of(decomposed)).isEqualTo("Müller.txt");
    }

    static Stream<Arguments> tooLong() {
        return Stream.of(
                Arguments.of("a".repeat(300) + ".pdf", "a".repeat(251) + ".pdf"),
                Arguments.of("ü".repeat(200) + ".pdf", "ü".repeat(125) + ".pdf"),
                Arguments.of("菜".repeat(100) + ".docx", "菜".repeat(83) + ".docx"),
                Arguments.of("😀".repeat(100), "😀".repeat(63)),
                Arguments.of("a." + "b".repeat(300), "a." + "b".repeat(253)),
                Arguments.of("a".repeat(252) + " . b" + "c".repeat(40), "a".repeat(252)));
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    void hasAtMost255BytesAndItsExtension(String typed, String name) {
        assertThat(FileName.of(typed)).isEqualTo(name);
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
    }
}
