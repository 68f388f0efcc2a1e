package dev.natter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

    @Test
    void returnsThePartsThatWereEncoded() {
        assertThat(Cursors.decode("after", Cursors.encode("1767323045678", "Zoë ~"), 2))
                .containsExactly("1767323045678", "Zoë ~");
        assertThat(Cursors.encode("a", "b")).matches("[A-Za-z0-9_-]+");
        assertThat(Cursors.instant("after", "1767323045678")).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "YQ", "YQpiCmM"})
    void refusesWhatIsNoCursorOfSoManyParts(String cursor) {
        assertThatThrownBy(() -> Cursors.decode("after", cursor, 2)).isInstanceOf(ApiException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.5", "99999999999999999999"})
    void refusesAPartThatIsNoInstant(String part) {
        assertThatThrownBy(() -> Cursors.instant("after", part)).isInstanceOf(ApiException.class);
    }
}
