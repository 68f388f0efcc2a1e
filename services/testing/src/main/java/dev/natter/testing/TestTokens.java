package dev.natter.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * Real access tokens, signed with a key that is made anew for each test run and shared by all class loaders of it through
 * a system property.
 */
public final class TestTokens {

    /** The issuer of test tokens, which is the public origin of the service under test. */
    public static final String ISSUER = "http://localhost:8080";

    private static final String PROPERTY = "natter.testing.signing-key";

    private TestTokens() {}

    /** What NATTER_SIGNING_KEYS holds: a JWK set with the private key. */
    public static String signingKeys() {
        return set(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
    }

    /** What /.well-known/jwks.json answers: a JWK set with the public key. */
    public static String jwks() {
        return set(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    /** An access token as the user service issues it, good for 15 minutes. */
    public static String accessToken(String userId) {
        return accessToken(userId, UUID.randomUUID().toString(), Duration.ofMinutes(15));
    }

    /** An access token of a session; a negative lifetime makes an expired one. */
    public static String accessToken(String userId, String sessionId, Duration lifetime) {
        return Jwt.claims(Map.of("sid", sessionId))
                .issuer(ISSUER)
                .audience("natter")
                .subject(userId)
                .groups(Set.of("user"))
                .issuedAt(Instant.now().minusSeconds(3600))
                .expiresAt(Instant.now().plus(lifetime))
                .jws()
                .keyId(key().getKeyId())
                .algorithm(io.smallrye.jwt.algorithm.SignatureAlgorithm.ES256)
                .sign(privateKey());
    }

    /** The key itself, for tests that forge. */
    public static PrivateKey privateKey() {
        return key().getEcPrivateKey();
    }

    /** The {@code kid} of the key. */
    public static String keyId() {
        return key().getKeyId();
    }

    private static String set(JsonWebKey.OutputControlLevel level) {
        return new JsonWebKeySet(List.of(key())).toJson(level);
    }

    private static EllipticCurveJsonWebKey key() {
        try {
            var known = System.getProperties().computeIfAbsent(PROPERTY, absent -> newKey());
            return (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(known.toString());
        } catch (JoseException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String newKey() {
        try {
            var made = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            made.setKeyId(UUID.randomUUID().toString());
            made.setAlgorithm("ES256");
            made.setUse("sig");
            return made.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
