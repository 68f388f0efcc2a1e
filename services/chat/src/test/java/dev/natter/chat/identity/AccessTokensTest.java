package dev.natter.chat.identity;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.natter.testing.TestClock;
import dev.natter.testing.TestTokens;
import dev.natter.web.ApiException;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {

    private final RevocationChecker revocations = RevocationCheckerTest.revocations("over");
    private final TestClock clock = new TestClock();
    private final AtomicInteger verifications = new AtomicInteger();
    private String published = TestTokens.jwks();
    private final AccessTokens accessTokens = new AccessTokens(
            new SigningKeys(() -> Uni.createFrom().item(() -> published), clock),
            new DefaultJWTParser(asConfigured()) {
                @Override
                public JsonWebToken verify(String text, PublicKey key) throws ParseException {
                    verifications.incrementAndGet();
                    return super.verify(text, key);
                }
            },
            revocations,
            clock);

    @Test
    void believesATokenOfTheUserService() {
        var token = get(accessTokens.verify(TestTokens.accessToken("ada", "tab", Duration.ofMinutes(1))));

        assertThat(token.getSubject()).isEqualTo("ada");
        assertThat(token.<String>getClaim("sid")).isEqualTo("tab");
    }

    @Test
    void verifiesASignatureOnce() {
        var token = TestTokens.accessToken("ada", "tab", Duration.ofMinutes(1));

        get(accessTokens.verify(token));
        var again = get(accessTokens.verify(token));

        assertThat(again.getSubject()).isEqualTo("ada");
        assertThat(verifications).hasValue(1);
    }

    @Test
    void verifiesAgainOneThatHasExpiredSince() {
        var token = TestTokens.accessToken("ada", "tab", Duration.ofMinutes(1));
        get(accessTokens.verify(token));
        clock.advance(Duration.ofDays(1_000));

        get(accessTokens.verify(token));

        assertThat(verifications).hasValue(2);
    }

    @Test
    void refusesOneThatWasGoodWhenItsSessionIsOver() {
        var token = TestTokens.accessToken("ada", "tab", Duration.ofMinutes(1));
        get(accessTokens.verify(token));

        revocations.add("tab");

        assertRefused(token);
    }

    @Test
    void refusesOneThatWasGoodWhenItsKeyIsWithdrawn() {
        var token = TestTokens.accessToken("ada", "tab", Duration.ofMinutes(1));
        get(accessTokens.verify(token));

        published = "{\"keys\":[]}";
        clock.advance(Duration.ofMinutes(11));

        assertRefused(token);
    }

    @Test
    void refusesAnotherSignatureOfWhatWasGood() {
        var token = TestTokens.accessToken("ada", "tab", Duration.ofMinutes(1));
        get(accessTokens.verify(token));
        var parts = token.split("\\.");
        var other = TestTokens.accessToken("eve", "tab", Duration.ofMinutes(1)).split("\\.");

        assertRefused(parts[0] + "." + parts[1] + "." + other[2]);
    }

    @Test
    void refusesOneThatHasExpired() {
        assertRefused(TestTokens.accessToken("ada", "tab", Duration.ofSeconds(-30)));
    }

    @Test
    void refusesOneOfASessionThatIsOver() {
        assertRefused(TestTokens.accessToken("ada", "over", Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "..", "eyJhbGciOiJFUzI1NiJ9.e30.", "a.b.c.d.e"})
    void refusesWhatIsNoToken(String token) {
        assertRefused(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"ES256\",\"kid\":7}",
                "{\"alg\":\"ES256\",\"kid\":[\"a\"]}",
                "{\"alg\":7,\"kid\":\"a\"}"
            })
    void refusesAHeaderWithOtherTypesThanText(String header) {
        var parts = TestTokens.accessToken("ada").split("\\.");

        assertRefused(base64(header) + "." + parts[1] + "." + parts[2]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "sid"})
    void refusesClaimsWithOtherTypesThanText(String claim) throws JoseException {
        var claims = goodClaims();
        claims.setClaim(claim, Map.of("a", 1));

        assertRefused(signed(claims));
    }

    @Test
    void refusesOneWithAnotherIssuer() throws JoseException {
        var claims = goodClaims();
        claims.setIssuer("https://evil.example");

        assertRefused(signed(claims));
    }

    @Test
    void refusesOneForAnotherAudience() throws JoseException {
        var claims = goodClaims();
        claims.setAudience("another-audience");

        assertRefused(signed(claims));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "exp", "sub", "sid"})
    void refusesOneThatLacksAClaim(String claim) throws JoseException {
        var claims = goodClaims();
        claims.unsetClaim(claim);

        assertRefused(signed(claims));
    }

    @Test
    void refusesOneThatIsNotGoodYet() throws JoseException {
        var claims = goodClaims();
        claims.setNotBeforeMinutesInThePast(-5);

        assertRefused(signed(claims));
    }

    @Test
    void refusesAnotherSignature() throws JoseException {
        var stranger = EcJwkGenerator.generateJwk(EllipticCurves.P256).getPrivateKey();

        assertRefused(signed(
                goodClaims(), AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256, stranger, TestTokens.keyId()));
    }

    @Test
    void refusesAnUnpublishedKey() throws JoseException {
        assertRefused(signed(
                goodClaims(),
                AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                TestTokens.privateKey(),
                "made-up"));
    }

    @Test
    void refusesAnUnsignedOne() {
        var token = TestTokens.accessToken("ada");
        var claims = token.split("\\.")[1];

        assertRefused(base64("{\"alg\":\"none\",\"kid\":\"" + TestTokens.keyId() + "\"}") + "." + claims + ".");
    }

    @Test
    void refusesThePublicKeyAsASharedSecret() throws JoseException {
        var secret = new HmacKey(TestTokens.jwks().getBytes(StandardCharsets.UTF_8));

        assertRefused(signed(goodClaims(), AlgorithmIdentifiers.HMAC_SHA256, secret, TestTokens.keyId()));
    }

    @Test
    void refusesChangedClaims() {
        var parts = TestTokens.accessToken("ada").split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);

        assertRefused(parts[0] + "." + base64(claims.replace("ada", "eve")) + "." + parts[2]);
    }

    private void assertRefused(String token) {
        assertThat(failure(accessTokens.verify(token)))
                .asInstanceOf(type(ApiException.class))
                .returns(401, ApiException::status)
                .returns("unauthorized", ApiException::code);
    }

    private static JwtClaims goodClaims() {
        var claims = new JwtClaims();
        claims.setIssuer(TestTokens.ISSUER);
        claims.setAudience("natter");
        claims.setSubject("ada");
        claims.setClaim("sid", UUID.randomUUID().toString());
        claims.setExpirationTimeMinutesInTheFuture(5);
        return claims;
    }

    private static String signed(JwtClaims claims) throws JoseException {
        return signed(
                claims,
                AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                TestTokens.privateKey(),
                TestTokens.keyId());
    }

    private static String signed(JwtClaims claims, String algorithm, Key key, String keyId) throws JoseException {
        var token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setAlgorithmHeaderValue(algorithm);
        token.setKeyIdHeaderValue(keyId);
        token.setKey(key);
        token.setDoKeyValidation(false);
        return token.getCompactSerialization();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same that application.properties says. */
    private static JWTAuthContextInfo asConfigured() {
        var info = new JWTAuthContextInfo();
        info.setIssuedBy(TestTokens.ISSUER);
        info.setExpectedAudience(Set.of("natter"));
        info.setRequiredClaims(Set.of("sub", "sid", "exp"));
        info.setClockSkew(5);
        return info;
    }
}
