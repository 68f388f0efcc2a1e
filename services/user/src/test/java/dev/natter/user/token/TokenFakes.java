package dev.natter.user.token;

import dev.natter.testing.TestTokens;
import dev.natter.user.http.EdgeConfig;
import dev.natter.user.http.InternalToken;
import dev.natter.user.http.PublicOrigin;
import dev.natter.web.TrustedProxies;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Access tokens for the tests of other features. */
public final class TokenFakes {

    private TokenFakes() {}

    public static AccessTokens accessTokens(Clock clock) {
        return new AccessTokens(new Tokens(), new Edge(), clock);
    }

    private record Tokens() implements TokenConfig {
        @Override
        public SigningKeys signingKeys() {
            return SigningKeys.of(TestTokens.signingKeys());
        }

        @Override
        public Duration accessTokenLifetime() {
            return Duration.ofMinutes(15);
        }

        @Override
        public Duration jwksMaxAge() {
            return Duration.ofMinutes(5);
        }
    }

    private record Edge() implements EdgeConfig {
        @Override
        public PublicOrigin publicOrigin() {
            return PublicOrigin.of(TestTokens.ISSUER);
        }

        @Override
        public InternalToken internalToken() {
            return InternalToken.of("an internal token of tests, long enough");
        }

        @Override
        public Optional<TrustedProxies> trustedProxies() {
            return Optional.empty();
        }
    }
}
