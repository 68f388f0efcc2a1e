package dev.natter.user.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicOriginTest {

    @Test
    void tlsIsNeededEverywhereButOnThisMachine() {
        assertThat(PublicOrigin.of("https://chat.example.com").secure()).isTrue();
        assertThat(PublicOrigin.of("http://localhost:8080").secure()).isFalse();
        assertThat(PublicOrigin.of("http://127.0.0.1").secure()).isFalse();
        assertThat(PublicOrigin.of("https://localhost").secure()).isTrue();
    }

    @Test
    void anOriginIsComparedWhole() {
        var origin = PublicOrigin.of("https://chat.example.com");

        assertThat(origin.is("https://chat.example.com")).isTrue();
        assertThat(origin.is("https://CHAT.example.com")).isTrue();
        assertThat(origin.is("http://chat.example.com")).isFalse();
        assertThat(origin.is("https://chat.example.com.evil.example")).isFalse();
        assertThat(origin.is("https://chat.example.com:8443")).isFalse();
        assertThat(origin.is("null")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "chat.example.com",
                "http://chat.example.com",
                "https://chat.example.com/",
                "https://chat.example.com/path",
                "https://user@chat.example.com",
                "ftp://chat.example.com",
                "https://",
                "https://chat.example.com?x",
                "not an origin"
            })
    void whatIsNoOriginIsRefused(String setting) {
        assertThatThrownBy(() -> PublicOrigin.of(setting)).isInstanceOf(IllegalArgumentException.class);
    }
}
