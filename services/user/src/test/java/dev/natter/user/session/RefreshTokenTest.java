package dev.natter.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void allTokensOfASessionLeadToItAndNoTwoAreAlike() {
        var first = RefreshToken.first(random);
        var second = first.successor(random);
        var other = RefreshToken.first(random);

        assertThat(second.sessionId()).isEqualTo(first.sessionId()).isNotEqualTo(other.sessionId());
        assertThat(second.hash()).isNotEqualTo(first.hash());
        assertThat(second.text()).isNotEqualTo(first.text());
    }

    @Test
    void aTokenIsReadAsItWasWritten() {
        var token = RefreshToken.first(random);

        assertThat(RefreshToken.of(token.text()))
                .get()
                .extracting(RefreshToken::hash)
                .isEqualTo(token.hash());
    }

    @Test
    void neitherTheIdNorTheHashNorTheSealTellsTheToken() {
        var token = RefreshToken.first(random);
        var next = token.successor(random);

        assertThat(token.text()).doesNotContain(token.sessionId()).doesNotContain(token.hash());
        assertThat(next.text()).doesNotContain(token.seal(next));
        assertThat(token).asString().doesNotContain(token.text());
    }

    @Test
    void theSuccessorIsReadableWithItsPredecessorAlone() {
        var token = RefreshToken.first(random);
        var next = token.successor(random);
        var sealed = token.seal(next);

        assertThat(token.unseal(sealed).text()).isEqualTo(next.text());
        assertThat(token.successor(random).unseal(sealed).text()).isNotEqualTo(next.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!", "AAAA", "ä"})
    void whatCannotBeATokenIsNone(String text) {
        assertThat(RefreshToken.of(text)).isEmpty();
    }
}
