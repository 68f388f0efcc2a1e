package dev.natter.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {

    private final SecureRandom random = new SecureRandom();
    private final IdempotencyKey key = new IdempotencyKey("3f0b0a5e-6d3c-4f0e-9a55-0c7b8f1d2e34");
    private final IdempotencyKey other = new IdempotencyKey("3f0b0a5e-6d3c-4f0e-9a55-0c7b8f1d2e35");

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
        assertThat(next.text()).doesNotContain(token.seal(next, key).secret());
        assertThat(token).asString().doesNotContain(token.text());
    }

    @Test
    void theSuccessorIsReadableWithItsPredecessorAndTheKeyTogether() {
        var token = RefreshToken.first(random);
        var next = token.successor(random);
        var sealed = token.seal(next, key);

        assertThat(token.unseal(sealed, key)).get().returns(next.text(), RefreshToken::text);
        assertThat(token.unseal(sealed, other)).isEmpty();
        assertThat(token.successor(random).unseal(sealed, key)).isEmpty();
    }

    @Test
    void neitherTheSealNorTheLogTellsTheKey() {
        var token = RefreshToken.first(random);
        var sealed = token.seal(token.successor(random), key);

        assertThat(sealed).asString().doesNotContain(key.value());
        assertThat(key).asString().doesNotContain(key.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!", "AAAA", "ä"})
    void whatCannotBeATokenIsNone(String text) {
        assertThat(RefreshToken.of(text)).isEmpty();
    }
}
