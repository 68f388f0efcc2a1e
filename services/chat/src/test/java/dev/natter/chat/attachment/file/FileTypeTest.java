package dev.natter.chat.attachment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natter.web.ApiException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xhtml+xml",
                "image/svg+xml",
                "text/xml",
                "application/xml",
                "application/rss+xml",
                "text/javascript",
                "application/javascript",
                "application/ecmascript",
                "text/css",
                "application/json",
                "application/wasm",
                "application/x-shockwave-flash",
                "application/java-archive",
                "application/x-msdownload",
                "multipart/x-mixed-replace",
                "message/rfc822",
                "text/vtt",
                "text/cache-manifest",
                "application/octet-stream",
                "application/vnd.mozilla.xul+xml",
                "application/mathml+xml",
                "chemical/x-pdb"
            })
    void isServedAsBytesWhenABrowserMightRunOrShowIt(String declared) {
        assertThat(FileType.served(FileType.declared(declared))).isEqualTo("application/octet-stream");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/pdf",
                "application/zip",
                "image/jpeg",
                "text/plain",
                "text/csv",
                "audio/mpeg",
                "video/mp4",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "application/vnd.oasis.opendocument.text"
            })
    void isServedAsItIsWhenItIsHarmless(String declared) {
        assertThat(FileType.served(FileType.declared(declared))).isEqualTo(declared);
    }

    @ParameterizedTest
    @CsvSource({
        "'', application/octet-stream",
        "'  ', application/octet-stream",
        "Text/HTML, text/html",
        "' text/plain ; charset=utf-8', text/plain"
    })
    void isDeclaredWithoutParameters(String typed, String declared) {
        assertThat(FileType.declared(typed)).isEqualTo(declared);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pdf",
                "a/b/c",
                "/",
                "text/",
                "/html",
                "text/html\r\nX: y",
                "text/ht ml",
                "tëxt/html",
                "text/html,text/plain",
                "*/*"
            })
    void isRefusedWhenItIsNone(String typed) {
        assertThatThrownBy(() -> FileType.declared(typed))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(400));
    }
}
