package dev.natter.chat.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.testing.TestClock;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.security.PublicKey;
import java.time.Duration;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final TestClock clock = new TestClock();
    private final VerifiedTokens verified = new VerifiedTokens(clock);
    private final PublicKey key = newKey();

    @Test
    void remembersWhatAKeyFoundGood() {
        var token = token();
        verified.add("a", key, token);

        assertThat(verified.find("a", key)).isSameAs(token);
        assertThat(verified.find("b", key)).isNull();
    }

    @Test
    void anotherKeyHasToVerifyForItself() {
        verified.add("a", key, token());

        assertThat(verified.find("a", newKey())).isNull();
    }

    @Test
    void remembersNoneBeyondItsExpiry() {
        verified.add("a", key, token());

        clock.advance(LIFETIME.minusSeconds(1));
        assertThat(verified.find("a", key)).isNotNull();
        clock.advance(Duration.ofSeconds(1));
        assertThat(verified.find("a", key)).isNull();
        assertThat(verified.size()).isZero();
    }

    @Test
    void forgetsWhatWasNotUsedForLongest() {
        var token = token();
        for (var number = 0; number < VerifiedTokens.MOST; number++) {
            verified.add("t" + number, key, token);
        }
        verified.find("t0", key);
        verified.add("one more", key, token);

        assertThat(verified.size()).isEqualTo(VerifiedTokens.MOST);
        assertThat(verified.find("t0", key)).isNotNull();
        assertThat(verified.find("t1", key)).isNull();
        assertThat(verified.find("one more", key)).isNotNull();
    }

    private JsonWebToken token() {
        var claims = new JwtClaims();
        claims.setExpirationTime(
                NumericDate.fromSeconds(clock.instant().plus(LIFETIME).getEpochSecond()));
        return new DefaultJWTCallerPrincipal(claims);
    }

    private static PublicKey newKey() {
        try {
            return EcJwkGenerator.generateJwk(EllipticCurves.P256).getECPublicKey();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
